package io.github.auraauth.front.server;

/** The origins whose pages may use what an API opens to others. Safe for use by many threads; asked with every such request. */
@FunctionalInterface
public interface AllowedOrigins {
    /** Whether those of that origin may, as the browser writes it: it may be anything, and is echoed where it is allowed. */
    boolean allows(String origin);
}
