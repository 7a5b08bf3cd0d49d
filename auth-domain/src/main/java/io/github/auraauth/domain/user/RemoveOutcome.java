package io.github.auraauth.domain.user;

/** The outcome of a removal. */
public enum RemoveOutcome {
    REMOVED,
    /** There was no such user. */
    ABSENT
}
