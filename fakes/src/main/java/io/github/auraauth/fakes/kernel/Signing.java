package io.github.auraauth.fakes.kernel;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signs, and knows how not to. */
final class Signing {
    private static final String PEM = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n";

    private Signing() {}

    static String sign(Map<String, Object> claims, FakeKeys keys, Optional<KernelLie> lie) {
        RsaJsonWebKey right = keys.current();
        String payload = JsonUtil.toJson(claims);
        return lie.map(told -> switch (told) {
                    case WRONG_SIGNATURE -> spoilt(rs256(payload, right.getKeyId(), right));
                    case UNKNOWN_KEY -> rs256(payload, keys.unpublished().getKeyId(), keys.unpublished());
                    case KEY_OF_ANOTHER_KID -> rs256(payload, right.getKeyId(), keys.unpublished());
                    case ALG_NONE -> signed(payload, AlgorithmIdentifiers.NONE, right.getKeyId(), Optional.empty());
                    case HS256_WITH_PUBLIC_KEY ->
                        signed(
                                payload,
                                AlgorithmIdentifiers.HMAC_SHA256,
                                right.getKeyId(),
                                Optional.of(new HmacKey(pem(right))));
                    case WRONG_ISSUER,
                            WRONG_AUDIENCE,
                            SEVERAL_AUDIENCES_WRONG_AZP,
                            WRONG_NONCE,
                            MISSING_NONCE,
                            EXPIRED,
                            ISSUED_IN_THE_FUTURE,
                            MISSING_EXP,
                            MISSING_IAT,
                            INACTIVE,
                            ANOTHER_SUBJECT,
                            NO_AUTHORIZATION_ID,
                            NO_AUTHENTICATION_CONTEXT -> rs256(payload, right.getKeyId(), right);
                })
                .orElseGet(() -> rs256(payload, right.getKeyId(), right));
    }

    private static String rs256(String payload, String kid, RsaJsonWebKey key) {
        return signed(payload, AlgorithmIdentifiers.RSA_USING_SHA256, kid, Optional.of(key.getPrivateKey()));
    }

    private static String signed(String payload, String algorithm, String kid, Optional<Key> key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(kid);
        key.ifPresent(signature::setKey);
        signature.setPayload(payload);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token that is made here can be signed", e);
        }
    }

    private static String spoilt(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char first = token.charAt(signature);
        return token.substring(0, signature) + (first == 'A' ? 'B' : 'A') + token.substring(signature + 1);
    }

    /** What everybody knows of the key, as most tools print it. */
    private static byte[] pem(RsaJsonWebKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.getPublicKey().getEncoded());
        return PEM.formatted(base64).getBytes(StandardCharsets.US_ASCII);
    }
}
