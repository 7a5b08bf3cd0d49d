package io.github.auraauth.domain.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a client lives.
 *
 * @param redirects where people may be sent after a login; at least one
 * @param postLogoutRedirects where people may be sent after a logout
 * @param backChannelLogout where it is told of logouts (OpenID Connect Back-Channel Logout); absent where it is not
 */
public record ClientAddresses(
        List<RedirectUri> redirects, List<RedirectUri> postLogoutRedirects, Optional<URI> backChannelLogout) {
    /** Most addresses of a kind. */
    public static final int MOST = 100;

    public ClientAddresses {
        redirects = List.copyOf(requireNonNull(redirects, "redirects"));
        postLogoutRedirects = List.copyOf(requireNonNull(postLogoutRedirects, "postLogoutRedirects"));
        requireNonNull(backChannelLogout, "backChannelLogout");
        if (redirects.isEmpty() || redirects.size() > MOST || postLogoutRedirects.size() > MOST) {
            throw new IllegalArgumentException(
                    "redirects must be 1 to " + MOST + ", postLogoutRedirects at most " + MOST);
        }
        if (backChannelLogout.filter(uri -> !isWeb(uri)).isPresent()) {
            throw new IllegalArgumentException("backChannelLogout must be an https or http address without a fragment");
        }
    }

    /** Whether people may be sent there after a login. */
    public boolean isRedirect(String requested) {
        return redirects.stream().anyMatch(uri -> uri.matches(requested));
    }

    /** Whether people may be sent there after a logout: exactly one of the registered ones. */
    public boolean isPostLogoutRedirect(String requested) {
        return postLogoutRedirects.stream().anyMatch(uri -> uri.value().equals(requested));
    }

    /** The origins of its pages, as browsers write them. */
    public Set<String> origins() {
        Set<String> origins = new TreeSet<>();
        redirects.forEach(uri -> uri.origin().ifPresent(origins::add));
        return origins;
    }

    private static boolean isWeb(URI uri) {
        return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }
}
