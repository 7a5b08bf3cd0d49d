package io.github.auraauth.port.in.login;

import io.github.auraauth.port.Deadline;

/** Takes what the provider sends back: goes on to the end where the browser began the login, else asks first. */
public interface ReceiveLogin {
    /** @throws io.github.auraauth.port.Outage when a store of ours does not do its part */
    LoginAnswer receive(LoginCall call, LoginCall.Reply reply, Deadline deadline);
}
