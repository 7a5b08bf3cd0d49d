package io.github.auraauth.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.PublicSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.out.token.TokenSigner;
import io.github.auraauth.testkit.token.TokenSignerContract;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoseTokenSignerTest implements TokenSignerContract {
    private final TokenSigner signer = new JoseTokenSigner(
            List.of(TestKeys.signing("first", TestKeys.FIRST), TestKeys.signing("second", TestKeys.SECOND)));

    @Override
    public TokenSigner signer() {
        return signer;
    }

    @Override
    public TokenSigner signerWithoutKey() {
        return new JoseTokenSigner(List.of());
    }

    @Test
    void sign_oddClaims_areReadAgainByTheVerifier() {
        Map<String, Object> odd = Map.of(
                "text", "\u0000\u001F\"\\/\u2028\uD83D\uDE00", "list", List.of("a", List.of(), Map.of("k", true)));
        Secret token = signer.sign(TokenClaims.of(odd));
        PublicSigningKey key = signer.publicKeys().get(0);
        String keys = "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"first\",\"e\":\"AQAB\",\"n\":\""
                + Base64.getUrlEncoder().encodeToString(key.modulus().toByteArray()) + "\"}]}";
        assertThat(new JoseTokenVerifier()
                        .verify(token, new JsonWebKeySet(keys), Set.of(SignatureAlgorithm.RS256))
                        .<Map<String, Object>>fold(TokenClaims::asMap, Map::of, Map::of))
                .isEqualTo(odd);
    }
}
