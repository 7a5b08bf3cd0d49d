package io.github.auraauth.adapter.jose;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PublicSigningKey;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;

/** An RSA key pair that signs our tokens, and its identifier. Never prints the key. */
public final class SigningKey {
    private static final int MIN_BITS = 2048;

    private final RSAPrivateCrtKey key;
    private final PublicSigningKey publicKey;

    private SigningKey(RSAPrivateCrtKey key, PublicSigningKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /**
     * Parses a configured key.
     *
     * @param id the {@code kid} of its tokens
     * @param base64 of PEM or DER, PKCS#8 or PKCS#1 (RFC 5208, RFC 8017)
     * @return empty when it is none of these, not an RSA key, or shorter than 2048 bits
     */
    public static Optional<SigningKey> parse(String id, Secret base64) {
        requireNonNull(id, "id");
        return RsaPrivateKeys.parse(requireNonNull(base64, "base64"))
                .filter(key -> key.getModulus().bitLength() >= MIN_BITS)
                .map(key -> new SigningKey(key, new PublicSigningKey(id, key.getModulus(), key.getPublicExponent())));
    }

    /** Its public key. */
    public PublicSigningKey publicKey() {
        return publicKey;
    }

    PrivateKey privateKey() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningKey[" + publicKey.id() + ", redacted]";
    }
}
