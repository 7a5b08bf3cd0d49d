package io.github.auraauth.port.in;

import io.github.auraauth.port.Deadline;

/** Begins a login in the browser that will end it. Uses nothing up. */
public interface StartLogin {
    /** @throws io.github.auraauth.port.out.Outage when a store of ours does not do its part */
    LoginAnswer start(LoginCall call, Deadline deadline);
}
