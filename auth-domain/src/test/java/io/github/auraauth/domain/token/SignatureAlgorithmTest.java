package io.github.auraauth.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureAlgorithmTest {
    @ParameterizedTest
    @EnumSource
    void parse_itsName_isTheAlgorithm(SignatureAlgorithm algorithm) {
        assertThat(SignatureAlgorithm.parse(algorithm.name())).contains(algorithm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "None", "HS256", "RS512", "rs256", "ES384", "RS256 "})
    void parse_unsignedSymmetricOrOtherName_isNone(String name) {
        assertThat(SignatureAlgorithm.parse(name)).isEmpty();
    }

    @Test
    void publicKey_withoutPositiveNumbers_isRefused() {
        BigInteger good = BigInteger.valueOf(65537);
        assertThat(new PublicSigningKey("a", good, good).exponent()).isEqualTo(good);
        for (BigInteger bad : new BigInteger[] {BigInteger.ZERO, BigInteger.valueOf(-1)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PublicSigningKey("a", bad, good));
            assertThatIllegalArgumentException().isThrownBy(() -> new PublicSigningKey("a", good, bad));
        }
    }
}
