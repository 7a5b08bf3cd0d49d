package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;

/** A key that tokens of ours are signed with. Never prints the key. */
public final class PrivateSigningKey {
    private final JsonWebKey publicKey;
    private final Secret pkcs8;

    /** @param pkcs8 the private key in DER (RFC 5208) */
    public PrivateSigningKey(JsonWebKey publicKey, Secret pkcs8) {
        this.publicKey = requireNonNull(publicKey, "publicKey");
        this.pkcs8 = requireNonNull(pkcs8, "pkcs8");
    }

    /** Its public half. */
    public JsonWebKey publicKey() {
        return publicKey;
    }

    /** The private key in DER (RFC 5208). */
    public Secret pkcs8() {
        return pkcs8;
    }

    /** Two are the same when their public halves are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PrivateSigningKey key && publicKey.equals(key.publicKey);
    }

    @Override
    public int hashCode() {
        return publicKey.hashCode();
    }

    @Override
    public String toString() {
        return "PrivateSigningKey[" + publicKey.id() + ", redacted]";
    }
}
