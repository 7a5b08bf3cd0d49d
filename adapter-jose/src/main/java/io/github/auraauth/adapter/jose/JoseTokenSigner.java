package io.github.auraauth.adapter.jose;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PublicSigningKey;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.token.TokenSigner;
import java.util.List;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs with the first of its keys, with jose4j. */
public final class JoseTokenSigner implements TokenSigner {
    private static final String DEPENDENCY = "the signing key";

    private final List<SigningKey> keys;

    /** @param keys the signing one first; none when tokens cannot be signed */
    public JoseTokenSigner(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
    }

    @Override
    public Secret sign(TokenClaims claims) {
        requireNonNull(claims, "claims");
        SigningKey first = keys.stream().findFirst().orElseThrow(() -> new Outage.Unavailable(DEPENDENCY));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(first.publicKey().id());
        signature.setKey(first.privateKey());
        signature.setPayload(JsonUtil.toJson(claims.asMap()));
        try {
            return Secret.ofText(signature.getCompactSerialization());
        } catch (JoseException e) {
            throw new Outage.Unavailable(DEPENDENCY, e);
        }
    }

    @Override
    public List<PublicSigningKey> publicKeys() {
        return keys.stream().map(SigningKey::publicKey).toList();
    }
}
