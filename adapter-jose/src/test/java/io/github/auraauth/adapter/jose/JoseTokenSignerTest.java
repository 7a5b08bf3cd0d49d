package io.github.auraauth.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.domain.token.TokenType;
import io.github.auraauth.port.out.token.TokenSigner;
import io.github.auraauth.testkit.token.TokenSignerContract;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class JoseTokenSignerTest implements TokenSignerContract {
    private static final JoseSigningKeyGenerator KEYS = new JoseSigningKeyGenerator(new SecureRandom());
    private static final Map<String, Object> ODD =
            Map.of("text", "\u0000\u001F\"\\/\u2028\uD83D\uDE00", "list", List.of("a", List.of(), Map.of("k", true)));

    private final TokenSigner signer = new JoseTokenSigner();

    @Override
    public TokenSigner signer() {
        return signer;
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PS256")
    void sign_oddClaims_areReadAgainByTheVerifier(SignatureAlgorithm algorithm) {
        PrivateSigningKey key = KEYS.generate(algorithm);
        PrivateSigningKey other = KEYS.generate(SignatureAlgorithm.ES256);
        Secret token = signer.sign(TokenClaims.of(ODD), key, TokenType.JWT);
        assertThat(verified(token, List.of(other.publicKey(), key.publicKey()), algorithm))
                .isEqualTo(ODD);
        assertThat(verified(token, List.of(other.publicKey()), algorithm)).isEmpty();
    }

    @Test
    void sign_keyOfTheConfiguration_isVerified() {
        PrivateSigningKey key = TestKeys.signing("a \"name\" \\ \u00E9", TestKeys.FIRST);
        Secret token = signer.sign(TokenClaims.of(ODD), key, TokenType.LOGOUT);
        assertThat(verified(token, List.of(key.publicKey()), SignatureAlgorithm.RS256))
                .isEqualTo(ODD);
    }

    @Test
    void parsed_manyKeys_remembersSoManyAtMost() {
        ParsedPrivateKeys parsed = new ParsedPrivateKeys();
        for (int i = 0; i < 3 * ParsedPrivateKeys.MOST; i++) {
            PrivateSigningKey key = KEYS.generate(SignatureAlgorithm.ES256);
            assertThat(parsed.parsed(key)).isSameAs(parsed.parsed(key));
            assertThat(parsed.size()).isBetween(1, ParsedPrivateKeys.MOST);
        }
    }

    private static Map<String, Object> verified(Secret token, List<JsonWebKey> keys, SignatureAlgorithm algorithm) {
        return new JoseTokenVerifier()
                .verify(token, JsonWebKeySet.of(keys), Set.of(algorithm))
                .<Map<String, Object>>fold(TokenClaims::asMap, Map::of, Map::of);
    }
}
