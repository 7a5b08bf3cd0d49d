package io.github.auraauth.domain.apikey;

import java.time.Instant;

/** The standing of a presented key in the registry and the revocations; asked only when the key deciphers. */
public interface ApiKeyStanding {
    /** Where there is no registry: nothing is registered, nothing revoked. */
    ApiKeyStanding NO_REGISTRY = new ApiKeyStanding() {
        @Override
        public boolean isRegistered() {
            return false;
        }

        @Override
        public boolean isRevoked(ApiKeyModel model, Instant now) {
            return false;
        }
    };

    /** Whether the registry has the key; what {@link ApiKeyPolicy#STRICT} asks of keys of version 1. */
    boolean isRegistered();

    /** Whether the key, or a consumer that it was made for, has been revoked by then. */
    boolean isRevoked(ApiKeyModel model, Instant now);
}
