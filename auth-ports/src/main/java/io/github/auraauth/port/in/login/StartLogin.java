package io.github.auraauth.port.in.login;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** Begins a login in the browser that will end it. Uses nothing up. */
public interface StartLogin {
    /**
     * Asks the person first, since a link can be forwarded and whoever opens it would be joined to the sender's chat;
     * where the operator wants no question, sends the browser to the provider at once.
     *
     * @param cookie of an earlier start of the same login in this browser, where there was one
     * @throws io.github.auraauth.port.Outage when a store of ours does not do its part
     */
    LoginAnswer start(LoginCall call, Optional<Secret> cookie, Deadline deadline);

    /**
     * Sends the browser to the provider, now that the person has confirmed in the same browser.
     *
     * @throws io.github.auraauth.port.Outage when a store of ours does not do its part
     */
    LoginAnswer proceed(LoginCall call, LoginCall.Consent consent, Deadline deadline);
}
