package io.github.auraauth.domain.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a client has people sent back to, as registered. What a request names must be the same to the character; only the
 * port of a loopback address may differ (RFC 8252, section 7.3). A host is written as browsers write it, but for the case of
 * its letters: they take {@code 2130706433}, {@code 0x7f.1} and {@code 127.0.0.01} for {@code 127.0.0.1}.
 *
 * @param value absolute, of at most 2048 visible ASCII characters, without a fragment: https, http or an app's own scheme
 */
public record RedirectUri(String value) {
    private static final int LONGEST = 2048;
    private static final String LOCALHOST = "localhost";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");
    private static final int LARGEST_PORT = 65535;
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    /** Four numbers, the one IPv6 address, or a name; one whose last label begins with a digit is a number to browsers. */
    private static final Pattern HOST =
            Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "|\\[::1]|([A-Za-z0-9-]+\\.)*[A-Za-z][A-Za-z0-9-]*");

    public RedirectUri {
        if (uri(requireNonNull(value, "value")).isEmpty()) {
            throw new IllegalArgumentException("value must be an absolute URI without a fragment");
        }
    }

    /** The address of a text, or empty when people are not to be sent there. */
    public static Optional<RedirectUri> parse(String text) {
        return uri(text).map(uri -> new RedirectUri(text));
    }

    /** Whether what a request names is this. */
    public boolean matches(String requested) {
        return value.equals(requested)
                || portless(value).isPresent() && portless(value).equals(portless(requested));
    }

    /** Whether nobody on the way reads along: https, this machine, or an app's own scheme. */
    public boolean isSafe() {
        URI uri = URI.create(value);
        return !scheme(uri).equals("http") || isLoopback(uri) || LOCALHOST.equals(uri.getHost());
    }

    /** The origin of its pages, as browsers write it; empty where it is an app's. */
    public Optional<String> origin() {
        URI uri = URI.create(value);
        if (!isWeb(scheme(uri))) {
            return Optional.empty();
        }
        boolean own = uri.getPort() < 0 || uri.getPort() == (scheme(uri).equals("https") ? 443 : 80);
        return Optional.of(
                scheme(uri) + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (own ? "" : ":" + uri.getPort()));
    }

    /** The address of this machine without its port; empty where it is another, whose port counts. */
    private static Optional<String> portless(String text) {
        return uri(text)
                .filter(uri -> scheme(uri).equals("http") && isLoopback(uri))
                .map(uri -> uri.getHost()
                        + ' '
                        + text.substring(text.indexOf(uri.getRawAuthority())
                                + uri.getRawAuthority().length()));
    }

    private static Optional<URI> uri(String text) {
        if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(RedirectUri::isPossible);
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }

    private static boolean isPossible(URI uri) {
        if (!uri.isAbsolute() || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            return false;
        }
        return isWeb(scheme(uri)) ? isReadAlike(uri) : isOfAnApp(scheme(uri));
    }

    private static boolean isReadAlike(URI uri) {
        return uri.getHost() != null && HOST.matcher(uri.getHost()).matches() && uri.getPort() <= LARGEST_PORT;
    }

    /** A reversed domain name (RFC 8252, section 7.1): it has a dot, as no scheme has that a browser runs or reads. */
    private static boolean isOfAnApp(String scheme) {
        return scheme.indexOf('.') > 0;
    }

    private static boolean isWeb(String scheme) {
        return scheme.equals("https") || scheme.equals("http");
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
