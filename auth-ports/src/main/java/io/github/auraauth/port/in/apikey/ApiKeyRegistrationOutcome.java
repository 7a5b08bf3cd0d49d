package io.github.auraauth.port.in.apikey;

/** The result of registering a key that was made elsewhere. */
public enum ApiKeyRegistrationOutcome {
    REGISTERED,
    /** It was there; nothing was changed. */
    ALREADY_REGISTERED,
    /** None of the environment's encryption keys reads it; nothing was registered. */
    NO_KEY
}
