package io.github.auraauth.port.in.apikey;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** Registers a key that was made elsewhere. */
public interface RegisterApiKey {

    /**
     * @param key as it is sent, without the header's scheme
     * @param name for people, printable ASCII
     * @param by who asks, printable ASCII
     * @throws io.github.auraauth.port.Outage when the registry is away
     */
    Outcome register(Secret key, Optional<String> name, String by, Deadline deadline);

    /** What came of it. */
    enum Outcome {
        REGISTERED,
        /** It was there; nothing was changed. */
        ALREADY_REGISTERED,
        /** None of the environment's encryption keys reads it; nothing was registered. */
        NO_KEY
    }
}
