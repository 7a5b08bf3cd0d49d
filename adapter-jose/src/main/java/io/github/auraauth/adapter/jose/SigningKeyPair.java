package io.github.auraauth.adapter.jose;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/** The two halves of a key as the JDK has them. Never prints the private one. */
final class SigningKeyPair {
    private final SignatureAlgorithm algorithm;
    private final PublicJsonWebKey publicKey;
    private final PrivateKey privateKey;

    SigningKeyPair(SignatureAlgorithm algorithm, PublicKey publicKey, PrivateKey privateKey) {
        this.algorithm = algorithm;
        this.privateKey = privateKey;
        try {
            this.publicKey = PublicJsonWebKey.Factory.newPublicJwk(publicKey);
        } catch (JoseException e) {
            throw new IllegalArgumentException("publicKey must be of RSA or of a known curve", e);
        }
    }

    /** The SHA-256 thumbprint of the public half, in base64url (RFC 7638). */
    String thumbprint() {
        return publicKey.calculateBase64urlEncodedThumbprint(HashUtil.SHA_256);
    }

    /** The key under that name. */
    PrivateSigningKey named(String id) {
        Map<String, String> parameters = new LinkedHashMap<>();
        publicKey
                .toParams(OutputControlLevel.PUBLIC_ONLY)
                .forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        parameters.remove("kty");
        return new PrivateSigningKey(new JsonWebKey(id, algorithm, parameters), Secret.of(privateKey.getEncoded()));
    }

    @Override
    public String toString() {
        return "SigningKeyPair[" + algorithm + ", redacted]";
    }
}
