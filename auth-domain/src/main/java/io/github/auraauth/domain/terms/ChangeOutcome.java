package io.github.auraauth.domain.terms;

/** The outcome of a change of a record of terms. */
public enum ChangeOutcome {
    CHANGED,
    /** It has that status already, or is accepted. */
    UNCHANGED,
    /** There is no such record. */
    ABSENT
}
