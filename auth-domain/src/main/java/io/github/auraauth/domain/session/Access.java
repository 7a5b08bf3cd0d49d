package io.github.auraauth.domain.session;

/** What somebody may do with a good credential. */
public enum Access {
    /** All that its rights allow. */
    FULL,
    /** Set up a second factor, which is asked of them, and log out. */
    SECOND_FACTOR_SETUP
}
