package io.github.auraauth.port.in.login;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;

/** Goes on with a login that was begun elsewhere, now that the person has said so. */
public interface ConfirmLogin {
    /**
     * @param code to be exchanged
     * @throws io.github.auraauth.port.Outage when a store of ours does not do its part
     */
    LoginAnswer confirm(LoginCall call, Secret code, LoginCall.Consent consent, Deadline deadline);
}
