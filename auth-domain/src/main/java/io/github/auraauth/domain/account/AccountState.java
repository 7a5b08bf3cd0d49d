package io.github.auraauth.domain.account;

/** The states of an account. */
public enum AccountState {
    /** It can be used. */
    ACTIVE,
    /** No credential of it is good until it is activated again. */
    DEACTIVATED,
    /** It is being erased: as good as gone, and nothing brings it back. */
    ERASING
}
