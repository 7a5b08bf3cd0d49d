package io.github.auraauth.domain.redirect;

import java.net.URI;

/** An address that a browser may be sent to: {@code TrustedHosts} alone makes one. */
public final class TrustedRedirect {
    private final URI uri;
    private final String origin;

    /**
     * @param uri absolute, written anew from what was understood of a given one
     * @param origin its scheme, host and, where it is not the scheme's own, port
     */
    TrustedRedirect(URI uri, String origin) {
        this.uri = uri;
        this.origin = origin;
    }

    /** Where to: ASCII, absolute, safe in a header. */
    public URI uri() {
        return uri;
    }

    /** Whose page that is, as a Content-Security-Policy names it. */
    public String origin() {
        return origin;
    }

    @Override
    public String toString() {
        return "TrustedRedirect[" + origin + "]";
    }
}
