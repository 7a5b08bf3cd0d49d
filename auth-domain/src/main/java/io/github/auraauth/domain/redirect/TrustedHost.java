package io.github.auraauth.domain.redirect;

import java.util.Optional;

/**
 * One entry of the operator's list.
 *
 * @param below whether it is the domains below the host, at any depth, and not the host
 */
record TrustedHost(String host, int port, boolean below) {
    private static final String SCHEME = "https://";
    private static final String BELOW = "*.";

    /** The entry of a text: host, host:port, either of them behind {@code *.}, or an https URL of these. */
    static Optional<TrustedHost> parse(String entry) {
        String bare = bare(entry);
        boolean below = bare.startsWith(BELOW);
        return Authority.parse(below ? bare.substring(BELOW.length()) : bare)
                .filter(authority -> !below || !HostName.isNumeric(authority.host()))
                .map(authority -> new TrustedHost(authority.host(), authority.portOr(TargetUrl.HTTPS_PORT), below));
    }

    boolean covers(String host, int port) {
        boolean named = below ? host.endsWith('.' + this.host) : host.equals(this.host);
        return named && port == this.port;
    }

    private static String bare(String entry) {
        if (!entry.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return entry;
        }
        String behind = entry.substring(SCHEME.length());
        return behind.endsWith("/") ? behind.substring(0, behind.length() - 1) : behind;
    }
}
