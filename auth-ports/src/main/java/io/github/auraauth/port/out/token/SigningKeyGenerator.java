package io.github.auraauth.port.out.token;

import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;

/** Makes keys to sign tokens with. Needs no other service. Safe for use by many threads. */
public interface SigningKeyGenerator {
    /**
     * A new key: RSA of 3072 bits, or P-256. May take seconds.
     *
     * @return with an identifier that no other key has: its thumbprint (RFC 7638)
     */
    PrivateSigningKey generate(SignatureAlgorithm algorithm);
}
