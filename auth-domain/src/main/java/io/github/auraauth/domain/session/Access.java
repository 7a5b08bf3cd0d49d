package io.github.auraauth.domain.session;

/** The access that a good credential gives. */
public enum Access {
    /** All that its rights allow. */
    FULL,
    /** Set up a second factor, which is asked of them, and log out. */
    SECOND_FACTOR_SETUP
}
