package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A key of the provider, and from when on it signs.
 *
 * @param createdAt when it was made, and so published: to the millisecond
 * @param signsFrom when everybody who verifies has seen it, to the millisecond
 */
public record StoredSigningKey(PrivateSigningKey key, Instant createdAt, Instant signsFrom) {
    public StoredSigningKey {
        requireNonNull(key, "key");
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        signsFrom = signsFrom.truncatedTo(ChronoUnit.MILLIS);
        if (signsFrom.isBefore(createdAt)) {
            throw new IllegalArgumentException("signsFrom must not be before createdAt");
        }
    }

    SignatureAlgorithm algorithm() {
        return key.publicKey().algorithm();
    }
}
