package io.github.auraauth.fakes.kernel;

import java.security.Key;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs claims (RFC 7515). */
final class Signing {
    private Signing() {}

    static String rs256(Map<String, Object> claims, RsaJsonWebKey key) {
        Optional<Key> secret = Optional.of(key.getPrivateKey());
        return signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, key.getKeyId(), secret);
    }

    /** @param key absent where the algorithm is none */
    static String signed(Map<String, Object> claims, String algorithm, String kid, Optional<Key> key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(kid);
        key.ifPresent(signature::setKey);
        signature.setPayload(JsonUtil.toJson(claims));
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token that is made here can be signed", e);
        }
    }
}
