package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;

/**
 * A key that tokens of ours are signed with.
 *
 * @param publicKey its public half
 * @param pkcs8 the private key in DER (RFC 5208)
 */
public record PrivateSigningKey(JsonWebKey publicKey, Secret pkcs8) {
    public PrivateSigningKey {
        requireNonNull(publicKey, "publicKey");
        requireNonNull(pkcs8, "pkcs8");
    }

    /** Prints the identifier only. */
    @Override
    public String toString() {
        return "PrivateSigningKey[" + publicKey.id() + ", redacted]";
    }
}
