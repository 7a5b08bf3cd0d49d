package io.github.auraauth.port.in.apikey;

/** The result of revoking one key. */
public enum ApiKeyRevocationOutcome {
    /** The key is refused from now on. */
    REVOKED,
    /**
     * The key is refused from now on, but its holder can evade that: a key of version 1 can be changed, and the policy
     * {@code compat} takes changed ones. Revoking the consumer, or removing the encryption key, cannot be evaded.
     */
    REVOKED_ADVISORY,
    /** None of the environment's encryption keys reads it, or nothing is registered under that fingerprint or id. */
    ABSENT
}
