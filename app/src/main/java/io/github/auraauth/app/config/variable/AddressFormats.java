package io.github.auraauth.app.config.variable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of addresses. Nothing is looked up. */
public final class AddressFormats {
    private static final Pattern HOST_WITH_PORT =
            Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+\\]):([0-9]{1,5})");
    private static final Pattern MONGO = Pattern.compile("mongodb(\\+srv)?://[^/?\\p{Cntrl}]\\P{Cntrl}*");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");

    private AddressFormats() {}

    public static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    /** An origin as browsers write it: in lower case, and without the port that its scheme has anyway. */
    public static Optional<String> origin(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (!isWebAddress(lower) || !URI.create(lower).getPath().isEmpty()) {
            return Optional.empty();
        }
        URI uri = URI.create(lower);
        boolean own = uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
        return Optional.of(
                uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 || own ? "" : ":" + uri.getPort()));
    }

    public static boolean isMongo(String text) {
        return MONGO.matcher(text).matches();
    }

    public static boolean isHostWithPort(String text) {
        var parts = HOST_WITH_PORT.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        int port = Integer.parseInt(parts.group(2));
        return port >= 1 && port <= 65535;
    }

    /** An address literal, alone or with the length of a prefix. */
    public static boolean isNetwork(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int bits = bits(address);
        if (bits == 0 || slash < 0) {
            return bits > 0;
        }
        String prefix = text.substring(slash + 1);
        return PREFIX.matcher(prefix).matches() && Integer.parseInt(prefix) <= bits;
    }

    /** An address of version 4 or 6 as it is written in numbers. */
    public static boolean isLiteral(String text) {
        return bits(text) > 0;
    }

    private static int bits(String address) {
        if (IPV4.matcher(address).matches()) {
            boolean octets = Arrays.stream(address.split("\\.", -1)).allMatch(octet -> Integer.parseInt(octet) <= 255);
            return octets ? 32 : 0;
        }
        try {
            // a text with a colon is taken as a literal or refused, never looked up
            return IPV6.matcher(address).matches()
                            && InetAddress.getByName(address).getAddress().length > 0
                    ? 128
                    : 0;
        } catch (UnknownHostException e) {
            return 0;
        }
    }
}
