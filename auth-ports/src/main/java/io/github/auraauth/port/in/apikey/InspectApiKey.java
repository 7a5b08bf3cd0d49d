package io.github.auraauth.port.in.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** Tells an operator what a key says and whether it is good: what no caller of the API is ever told. */
public interface InspectApiKey {

    /**
     * @param key as it is sent, without the header's scheme
     * @throws io.github.auraauth.port.Outage when registry or revocations cannot be read
     */
    Inspection inspect(Secret key, Deadline deadline);

    /**
     * What was found.
     *
     * @param key empty when none of the environment's encryption keys reads it
     */
    record Inspection(Optional<ReadApiKey> key, Verdict verdict) {
        public Inspection {
            requireNonNull(key, "key");
            requireNonNull(verdict, "verdict");
        }
    }

    /** Whether the key is good, and the first reason if it is not. */
    enum Verdict {
        GOOD,
        UNDECIPHERABLE,
        EXPIRED,
        OTHER_ENVIRONMENT,
        /** A key of version 1 that the policy takes only when it is registered. */
        NOT_REGISTERED,
        REVOKED
    }
}
