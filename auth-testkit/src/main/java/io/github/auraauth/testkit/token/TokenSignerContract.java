package io.github.auraauth.testkit.token;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.token.PublicSigningKey;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.token.TokenSigner;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.PortCalls;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of {@link TokenSigner}. An adapter's test implements it. */
public interface TokenSignerContract {
    /** A signer with two keys. */
    TokenSigner signer();

    /** A signer without a key. */
    TokenSigner signerWithoutKey();

    @Test
    default void sign_claims_areSignedWithTheFirstKey() throws GeneralSecurityException {
        String[] parts = sign(Map.of("iss", "me"));
        PublicSigningKey first = signer().publicKeys().get(0);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(first.modulus(), first.exponent())));
        signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    default void sign_claims_areNamedByAlgorithmAndKey() {
        assertThat(decoded(sign(Map.of("iss", "me"))[0]))
                .contains("\"alg\":\"RS256\"")
                .contains("\"kid\":\"" + signer().publicKeys().get(0).id() + '"')
                .doesNotContain("\"jwk\"", "\"jku\"", "\"x5");
    }

    @Test
    default void sign_claimsOfEveryKind_areInThePayload() {
        Map<String, Object> claims = Map.of(
                "text", "\u00E9\"\\\n", "number", 1700000000L, "truth", true, "list", List.of("a", Map.of("k", "v")));
        assertThat(decoded(sign(claims)[1]))
                .contains("\"text\":\"\u00E9\\\"\\\\\\n\"")
                .contains("\"number\":1700000000")
                .contains("\"truth\":true")
                .contains("\"list\":[\"a\",{\"k\":\"v\"}]");
    }

    @Test
    default void publicKeys_twoKeys_areOfDifferentNamesAndStrong() {
        List<PublicSigningKey> keys = signer().publicKeys();
        assertThat(keys).extracting(PublicSigningKey::id).hasSize(2).doesNotHaveDuplicates();
        assertThat(keys).allSatisfy(key -> assertThat(key.modulus().bitLength()).isGreaterThanOrEqualTo(2048));
        PortCalls.spoil(keys);
        assertThat(signer().publicKeys()).hasSize(2);
    }

    @Test
    default void sign_noKey_isUnavailable() {
        TokenClaims claims = TokenClaims.of(Map.of("iss", "me"));
        assertThatThrownBy(() -> signerWithoutKey().sign(claims)).isInstanceOf(Outage.Unavailable.class);
        assertThat(signerWithoutKey().publicKeys()).isEmpty();
    }

    @Test
    default void sign_concurrently_givesEveryoneHisOwn() {
        List<String> payloads = Race.of(number -> decoded(sign(Map.of("number", number))[1]));
        for (int i = 0; i < payloads.size(); i++) {
            assertThat(payloads.get(i)).isEqualTo("{\"number\":" + i + "}");
        }
    }

    @Test
    default void sign_null_isRefusedByName() {
        assertNullIsRefused("claims", () -> signer().sign(nothing()));
    }

    private String[] sign(Map<String, Object> claims) {
        String token = new String(signer().sign(TokenClaims.of(claims)).reveal(), StandardCharsets.US_ASCII);
        String[] parts = token.split("\\.", -1);
        assertThat(parts).hasSize(3);
        return parts;
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
