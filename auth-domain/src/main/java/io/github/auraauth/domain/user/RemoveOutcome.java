package io.github.auraauth.domain.user;

/** What came of a removal. */
public enum RemoveOutcome {
    REMOVED,
    /** There was no such user. */
    ABSENT
}
