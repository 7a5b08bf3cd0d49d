package io.github.auraauth.outgoing;

import java.net.UnknownHostException;

/** A host has an address that requests may not go to. The cause of an outage; says nothing of host and address. */
public final class ForbiddenAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException() {
        super("a forbidden address");
    }
}
