package io.github.auraauth.port.in;

import io.github.auraauth.port.Deadline;

/** Goes on with a login that was begun elsewhere, now that the person has said so. */
public interface ConfirmLogin {
    /** @throws io.github.auraauth.port.out.Outage when a store of ours does not do its part */
    LoginAnswer confirm(LoginCall call, LoginCall.Consent consent, Deadline deadline);
}
