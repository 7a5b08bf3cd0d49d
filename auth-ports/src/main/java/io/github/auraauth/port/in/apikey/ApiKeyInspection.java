package io.github.auraauth.port.in.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ReadApiKey;
import java.util.Optional;

/**
 * The inspection of a key for an operator.
 *
 * @param key empty when none of the environment's encryption keys reads it
 */
public record ApiKeyInspection(Optional<ReadApiKey> key, Verdict verdict) {
    public ApiKeyInspection {
        requireNonNull(key, "key");
        requireNonNull(verdict, "verdict");
    }

    /** Whether the key is good, and the first reason if it is not. */
    public enum Verdict {
        GOOD,
        UNDECIPHERABLE,
        EXPIRED,
        OTHER_ENVIRONMENT,
        /** A key of version 1 that the policy takes only when it is registered. */
        NOT_REGISTERED,
        REVOKED
    }
}
