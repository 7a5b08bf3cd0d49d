package io.github.auraauth.front.server;

/** The server cannot listen where it should: another process does, or it is not allowed to. */
public final class PortUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortUnavailable(ServerConfig.Listening listening, Throwable cause) {
        super("cannot listen on port " + listening.port() + " of " + listening.host(), cause);
    }
}
