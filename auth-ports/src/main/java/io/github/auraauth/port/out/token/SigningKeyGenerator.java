package io.github.auraauth.port.out.token;

import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;

/** Makes keys to sign tokens with. Needs no other service. Safe for use by many threads. */
@FunctionalInterface
public interface SigningKeyGenerator {
    /**
     * A new key: RSA of 3072 bits, or P-256. May take seconds.
     *
     * @param algorithm RS256 or ES256
     * @return with an identifier that no other key has: its thumbprint (RFC 7638)
     * @throws IllegalArgumentException when keys of the algorithm are not made
     */
    PrivateSigningKey generate(SignatureAlgorithm algorithm);
}
