package io.github.auraauth.port.in.login;

import io.github.auraauth.port.Deadline;

/**
 * Ends a login by a state for that purpose: the user is removed, and then the state is used up, so that a failed removal
 * can be tried again by the same link. One who is already gone is a success.
 */
public interface EndLogin {
    /** @throws io.github.auraauth.port.Outage when a store of ours does not do its part */
    LoginAnswer end(LoginCall call, Deadline deadline);
}
