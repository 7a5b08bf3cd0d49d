package io.github.auraauth.front.browser;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.RequestPath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The address that the service is reached at from outside, as it is configured; nothing is ever built from {@code Host}.
 *
 * @param https whether browsers come by https
 * @param origin scheme, host and port; empty where it is not known, so that links are relative to the one that was asked
 * @param prefix path that a proxy takes off, such as {@code /auth}; may be empty
 */
public record PublicAddress(boolean https, String origin, String prefix) {
    /** Of a service without a proxy before it, reached by http wherever it listens. */
    public static final PublicAddress UNKNOWN = new PublicAddress(false, "", "");

    private static final int LONGEST_PATH = 2048;

    public PublicAddress {
        requireNonNull(origin, "origin");
        if (RequestPath.parse(prefix + "/x").isEmpty()) {
            throw new IllegalArgumentException("prefix must be empty or a path without a slash at its end");
        }
    }

    /** @param root address of http or https, of whose parts scheme, host, port and path count */
    public static PublicAddress of(URI root) {
        String path = root.getRawPath() == null ? "" : root.getRawPath();
        String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        boolean https = "https".equalsIgnoreCase(root.getScheme());
        return new PublicAddress(https, root.getScheme() + "://" + root.getRawAuthority(), prefix);
    }

    /**
     * The name of a cookie, which holds the prefix, as all services of a host see all cookies. Over https it makes browsers
     * refuse the cookie from anybody else on this host or its neighbours.
     */
    public String cookieName(String purpose) {
        String place = prefix.isEmpty() ? "" : URLEncoder.encode(prefix.substring(1), StandardCharsets.UTF_8) + '-';
        return (https ? "__Host-aura-" : "aura-") + place + purpose;
    }

    /** How a browser asks for a path of ours: with the prefix. */
    public String path(String path) {
        return prefix + path;
    }

    /** The address of a path of ours, absolute where the origin is known. */
    public String link(String path) {
        return origin + prefix + path;
    }

    /**
     * A path of ours with perhaps a query, as a page asks to go on to it; empty when it leads elsewhere, when browsers might
     * read it otherwise than we do, or when it is too long to stand in the query of another one.
     */
    public Optional<String> ownPath(String text) {
        // the shorter one first: what is sent may be long
        boolean plain = text.length() <= LONGEST_PATH
                && URLEncoder.encode(text, StandardCharsets.UTF_8).length() <= LONGEST_PATH
                && text.chars().allMatch(c -> c > ' ' && c <= '~');
        if (!plain || text.indexOf('\\') >= 0 || text.indexOf('#') >= 0) {
            return Optional.empty();
        }
        int question = text.indexOf('?');
        String path = question < 0 ? text : text.substring(0, question);
        boolean folder = path.length() > 1 && path.endsWith("/");
        return RequestPath.parse(folder ? path.substring(0, path.length() - 1) : path)
                .flatMap(read -> read.below(
                        RequestPath.parse(prefix.isEmpty() ? "/" : prefix).orElseThrow()))
                .map(below -> text);
    }
}
