package io.github.auraauth.app.config.variable;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hosts that are reached without a proxy. Nothing is looked up: an address fits only what is given as an address. */
public final class DirectHosts {
    private static final Pattern PORT = Pattern.compile("(.+):([0-9]{1,5})");

    private final List<BiPredicate<String, Integer>> entries;

    private DirectHosts(List<BiPredicate<String, Integer>> entries) {
        this.entries = entries;
    }

    /**
     * As {@code NO_PROXY} has them, by comma: {@code host} with all below it, {@code .suffix} for what is below it, addresses,
     * networks such as {@code 10.0.0.0/8}, each with a port or without, and {@code *} for all.
     */
    public static DirectHosts ofList(String list) {
        return new DirectHosts(Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .map(DirectHosts::entry)
                .toList());
    }

    /** As Java's {@code http.nonProxyHosts} has them: by {@code |}, with {@code *} for any part. */
    public static DirectHosts ofPatterns(String patterns) {
        return new DirectHosts(Arrays.stream(patterns.toLowerCase(Locale.ROOT).split("\\|"))
                .map(pattern -> bare(pattern.strip()))
                .filter(pattern -> !pattern.isEmpty())
                .map(DirectHosts::pattern)
                .toList());
    }

    /**
     * @param host in lower case, an address of version 6 without brackets
     */
    public boolean contain(String host, int port) {
        return entries.stream().anyMatch(entry -> entry.test(host, port));
    }

    private static BiPredicate<String, Integer> entry(String text) {
        if (text.equals("*")) {
            return (host, port) -> true;
        }
        if (AddressFormats.isNetwork(bare(text))) {
            return network(bare(text));
        }
        var withPort = PORT.matcher(text);
        if (withPort.matches()) {
            BiPredicate<String, Integer> entry = entry(withPort.group(1));
            int wanted = Integer.parseInt(withPort.group(2));
            return (host, port) -> port == wanted && entry.test(host, port);
        }
        String suffix = text.startsWith("*.") ? text.substring(1) : text;
        return suffix.startsWith(".")
                ? (host, port) -> host.endsWith(suffix)
                : (host, port) -> host.equals(suffix) || host.endsWith("." + suffix);
    }

    private static BiPredicate<String, Integer> pattern(String text) {
        Pattern pattern = Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        return (host, port) -> pattern.matcher(host).matches();
    }

    private static BiPredicate<String, Integer> network(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash));
        int ignored = slash < 0 ? 0 : address.length * 8 - Integer.parseInt(text.substring(slash + 1));
        BigInteger wanted = new BigInteger(1, address).shiftRight(ignored);
        return (host, port) -> {
            if (!AddressFormats.isLiteral(host)) {
                return false;
            }
            byte[] given = address(host);
            return given.length == address.length
                    && new BigInteger(1, given).shiftRight(ignored).equals(wanted);
        };
    }

    private static byte[] address(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address", e);
        }
    }

    private static String bare(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }
}
