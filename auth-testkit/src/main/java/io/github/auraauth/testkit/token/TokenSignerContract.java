package io.github.auraauth.testkit.token;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.token.SampleTokens.signingKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.domain.token.TokenType;
import io.github.auraauth.port.out.token.TokenSigner;
import io.github.auraauth.testkit.Race;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of {@link TokenSigner}. An adapter's test implements it. */
public interface TokenSignerContract {
    /** The signer under test. */
    TokenSigner signer();

    @Test
    default void sign_rsaKey_isVerifiedAsRs256() throws GeneralSecurityException {
        PrivateSigningKey key = signingKey("a", SignatureAlgorithm.RS256, SampleTokens.RSA);
        String[] parts = sign(Map.of("iss", "me"), key);
        assertThat(isSigned(parts, "SHA256withRSA", SampleTokens.RSA)).isTrue();
        assertThat(isSigned(parts, "SHA256withRSA", SampleTokens.OTHER_RSA)).isFalse();
    }

    @Test
    default void sign_p256Key_isVerifiedAsEs256() throws GeneralSecurityException {
        PrivateSigningKey key = signingKey("a", SignatureAlgorithm.ES256, SampleTokens.P256);
        for (int i = 0; i < 20; i++) { // one number in 256 has a leading zero
            String[] parts = sign(Map.of("iss", "me", "jti", i), key);
            assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(64);
            assertThat(isSigned(parts, "SHA256withECDSAinP1363Format", SampleTokens.P256))
                    .isTrue();
        }
    }

    @Test
    default void sign_oneKeyAfterAnother_eachSignsItsOwn() throws GeneralSecurityException {
        PrivateSigningKey first = signingKey("a", SignatureAlgorithm.RS256, SampleTokens.RSA);
        PrivateSigningKey sameName = signingKey("a", SignatureAlgorithm.RS256, SampleTokens.OTHER_RSA);
        for (int i = 0; i < 2; i++) {
            assertThat(isSigned(sign(Map.of("iss", "me"), first), "SHA256withRSA", SampleTokens.RSA))
                    .isTrue();
            assertThat(isSigned(sign(Map.of("iss", "me"), sameName), "SHA256withRSA", SampleTokens.OTHER_RSA))
                    .isTrue();
        }
    }

    @Test
    default void sign_claims_areNamedByAlgorithmKeyAndType() {
        PrivateSigningKey rsa = signingKey("a \"key\"", SignatureAlgorithm.RS256, SampleTokens.RSA);
        PrivateSigningKey ec = signingKey("b", SignatureAlgorithm.ES256, SampleTokens.P256);
        assertThat(header(rsa, TokenType.JWT))
                .contains("\"alg\":\"RS256\"", "\"kid\":\"a \\\"key\\\"\"", "\"typ\":\"JWT\"")
                .doesNotContain("\"jwk\"", "\"jku\"", "\"x5");
        assertThat(header(ec, TokenType.LOGOUT))
                .contains("\"alg\":\"ES256\"", "\"kid\":\"b\"", "\"typ\":\"logout+jwt\"")
                .doesNotContain("\"jwk\"", "\"jku\"", "\"x5");
    }

    @Test
    default void sign_claimsOfEveryKind_areInThePayload() {
        Map<String, Object> claims = Map.of(
                "text",
                "\u00E9\"\\\n",
                "number",
                1700000000L,
                "truth",
                true,
                "list",
                List.of("a", Map.of("k", "v")),
                "object",
                Map.of("empty", Map.of()));
        assertThat(decoded(sign(claims, signingKey("a", SignatureAlgorithm.ES256, SampleTokens.P256))[1]))
                .contains("\"text\":\"\u00E9\\\"\\\\\\n\"")
                .contains("\"number\":1700000000")
                .contains("\"truth\":true")
                .contains("\"list\":[\"a\",{\"k\":\"v\"}]")
                .contains("\"object\":{\"empty\":{}}");
    }

    @Test
    default void sign_keyOfAnotherAlgorithmOrType_isRefused() {
        List<PrivateSigningKey> bad = List.of(
                signingKey("a", SignatureAlgorithm.PS256, SampleTokens.RSA),
                signingKey("a", SignatureAlgorithm.ES256, SampleTokens.P384),
                new PrivateSigningKey(
                        signingKey("a", SignatureAlgorithm.ES256, SampleTokens.P256)
                                .publicKey(),
                        Secret.of(SampleTokens.RSA.getPrivate().getEncoded())),
                new PrivateSigningKey(
                        signingKey("a", SignatureAlgorithm.RS256, SampleTokens.RSA)
                                .publicKey(),
                        Secret.ofText("no key")));
        TokenClaims claims = TokenClaims.of(Map.of("iss", "me"));
        for (PrivateSigningKey key : bad) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> signer().sign(claims, key, TokenType.JWT))
                    .withMessageContaining("key")
                    .withNoCause();
        }
    }

    @Test
    default void sign_concurrently_givesEveryoneHisOwn() {
        PrivateSigningKey key = signingKey("a", SignatureAlgorithm.ES256, SampleTokens.P256);
        List<String> payloads = Race.of(number -> decoded(sign(Map.of("number", number), key)[1]));
        for (int i = 0; i < payloads.size(); i++) {
            assertThat(payloads.get(i)).isEqualTo("{\"number\":" + i + "}");
        }
    }

    @Test
    default void sign_null_isRefusedByName() {
        PrivateSigningKey key = signingKey("a", SignatureAlgorithm.ES256, SampleTokens.P256);
        TokenClaims claims = TokenClaims.of(Map.of());
        assertNullIsRefused("claims", () -> signer().sign(nothing(), key, TokenType.JWT));
        assertNullIsRefused("key", () -> signer().sign(claims, nothing(), TokenType.JWT));
        assertNullIsRefused("type", () -> signer().sign(claims, key, nothing()));
    }

    private String[] sign(Map<String, Object> claims, PrivateSigningKey key) {
        return parts(signer().sign(TokenClaims.of(claims), key, TokenType.JWT));
    }

    private String header(PrivateSigningKey key, TokenType type) {
        return decoded(parts(signer().sign(TokenClaims.of(Map.of("iss", "me")), key, type))[0]);
    }

    private static boolean isSigned(String[] parts, String algorithm, KeyPair pair) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static String[] parts(Secret token) {
        String[] parts = token.revealText().split("\\.", -1);
        assertThat(parts).hasSize(3);
        return parts;
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
