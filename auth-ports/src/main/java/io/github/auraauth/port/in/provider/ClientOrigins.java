package io.github.auraauth.port.in.provider;

/**
 * The pages of clients that may call the provider by script. Safe for use by many threads; asks no store, and may be some
 * seconds old.
 */
@FunctionalInterface
public interface ClientOrigins {

    /** Whether a client has its pages there. */
    boolean isKnown(String origin);
}
