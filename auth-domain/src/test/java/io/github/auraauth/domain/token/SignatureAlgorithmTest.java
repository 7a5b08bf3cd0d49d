package io.github.auraauth.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

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
}
