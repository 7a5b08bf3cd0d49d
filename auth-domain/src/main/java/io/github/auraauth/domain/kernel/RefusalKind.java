package io.github.auraauth.domain.kernel;

/** Why a provider let nobody in, as far as it makes a difference to the person. */
public enum RefusalKind {
    /** What the person typed was wrong. */
    CREDENTIALS,
    /** The person took too long. */
    TIMEOUT,
    /** Anything else. */
    GENERAL
}
