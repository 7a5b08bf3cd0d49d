package io.github.auraauth.adapter.redis;

import java.util.Optional;

/**
 * The address of a Redis server or a sentinel.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record RedisHost(String host, int port) {
    private static final int MAX_PORT = 65_535;

    public RedisHost {
        if (host.isBlank() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("a Redis host must be host:port, with a port from 1 to 65535");
        }
    }

    /** Parses {@code host:port}, an IPv6 address in brackets; empty when it is not of that form. */
    public static Optional<RedisHost> parse(String text) {
        String stripped = text.strip();
        int colon = stripped.lastIndexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String host = stripped.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        if (bare.isBlank() || bracketed != (bare.indexOf(':') >= 0)) {
            return Optional.empty();
        }
        return port(stripped.substring(colon + 1)).map(port -> new RedisHost(bare, port));
    }

    private static Optional<Integer> port(String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(digits)).filter(port -> port >= 1 && port <= MAX_PORT);
    }
}
