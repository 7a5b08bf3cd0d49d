package io.github.auraauth.port.in.login;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * The steps of a login and a logout, as a browser goes through them. Every step verifies the state it is given; only the
 * last one uses it up. Safe for use by many threads.
 */
public interface Logins {

    /**
     * Begins a login in the browser that will end it. Asks the person first, since a link can be forwarded, and whoever
     * opens it would be joined to the sender's chat; where the operator wants no question, sends the browser to the provider
     * at once.
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

    /**
     * Takes the provider's reply: completes the login where this browser began it, else asks first.
     *
     * @throws io.github.auraauth.port.Outage when a store of ours does not do its part
     */
    LoginAnswer receive(LoginCall call, LoginCall.Reply reply, Deadline deadline);

    /**
     * Completes a login that was begun elsewhere, now that the person has confirmed it.
     *
     * @param code to be exchanged
     * @throws io.github.auraauth.port.Outage when a store of ours does not do its part
     */
    LoginAnswer confirm(LoginCall call, Secret code, LoginCall.Consent consent, Deadline deadline);

    /**
     * Logs out by a state for that purpose: the user is removed, and then the state is used up, so that a failed removal can
     * be tried again by the same link. A user who is already gone is a success.
     *
     * @throws io.github.auraauth.port.Outage when a store of ours does not do its part
     */
    LoginAnswer end(LoginCall call, Deadline deadline);
}
