package io.github.auraauth.port.out.provider;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.net.URI;

/**
 * Tells clients of logouts (OpenID Connect Back-Channel Logout 1.0, section 2.5). Safe for use by many threads. Throws no
 * outage: that a client is away is an answer.
 */
public interface BackChannel {

    /** Sends a logout token; follows no redirect, and reads no more of the answer than whether it is good. */
    Delivery send(URI address, Secret logoutToken, Deadline deadline);

    /** What came of it. */
    enum Delivery {
        /** The client has it. */
        DELIVERED,
        /** The client has read it and says 400: it does not want it, and would not later. */
        REFUSED,
        /** Later it may be possible. */
        FAILED,
        /** The address is one that nothing is sent to: of this machine, link-local, or our own. */
        FORBIDDEN
    }
}
