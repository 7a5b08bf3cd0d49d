package io.github.auraauth.domain.redirect;

import java.net.URI;
import java.util.Optional;

/**
 * An http or https URL, understood in one way only: what browsers are said to mend is refused.
 *
 * @param port its own, or the scheme's
 * @param rest path, query and fragment, written anew
 */
record TargetUrl(boolean secure, String host, int port, String rest) {
    static final int HTTPS_PORT = 443;

    private static final int LONGEST = 2048;
    private static final String HTTPS = "https://";
    private static final String HTTP = "http://";
    private static final int HTTP_PORT = 80;

    /** The URL of a text, which has at most 2048 characters as given and as written. */
    static Optional<TargetUrl> parse(String given) {
        if (given.length() > LONGEST || !given.codePoints().allMatch(TargetUrl::isHarmless)) {
            return Optional.empty();
        }
        if (startsWith(given, HTTPS)) {
            return parse(true, given.substring(HTTPS.length()));
        }
        return startsWith(given, HTTP) ? parse(false, given.substring(HTTP.length())) : Optional.empty();
    }

    URI uri() {
        return URI.create(origin() + rest);
    }

    String origin() {
        return (secure ? HTTPS : HTTP) + host + (port == ownPort(secure) ? "" : ":" + port);
    }

    private static Optional<TargetUrl> parse(boolean secure, String behind) {
        int end = 0;
        while (end < behind.length() && "/?#".indexOf(behind.charAt(end)) < 0) {
            end++;
        }
        String rest = behind.substring(end);
        return Authority.parse(behind.substring(0, end))
                .flatMap(authority -> UrlPathAndQuery.write(rest)
                        .map(written ->
                                new TargetUrl(secure, authority.host(), authority.portOr(ownPort(secure)), written)))
                .filter(url -> url.origin().length() + url.rest().length() <= LONGEST);
    }

    /** In ASCII only, and not the letters that another language's case makes of it. */
    private static boolean startsWith(String given, String scheme) {
        for (int i = 0; i < scheme.length(); i++) {
            char c = i < given.length() ? given.charAt(i) : ' ';
            char lower = c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
            if (lower != scheme.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** No control character, no white space, no half surrogate pair and no backslash, which browsers take for a slash. */
    private static boolean isHarmless(int point) {
        int type = Character.getType(point);
        return point != '\\'
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && !Character.isSpaceChar(point);
    }

    private static int ownPort(boolean secure) {
        return secure ? HTTPS_PORT : HTTP_PORT;
    }
}
