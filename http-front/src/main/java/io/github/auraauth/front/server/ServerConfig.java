package io.github.auraauth.front.server;

import io.github.auraauth.front.request.TrustedProxies;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a server is set up, whatever APIs it serves.
 *
 * @param trust whose word counts, and whose pages may use the APIs
 * @param metricsHost value of the label {@code host} of its metrics
 * @param unloggedPaths routes, with the base path or without, whose requests are not logged
 * @param stopTimeout how long requests that run at the end may go on
 */
public record ServerConfig(
        Listening listening, Trust trust, String metricsHost, Set<String> unloggedPaths, Duration stopTimeout) {
    public ServerConfig {
        unloggedPaths = Set.copyOf(unloggedPaths);
        if (stopTimeout.isNegative()) {
            throw new IllegalArgumentException("stopTimeout must not be negative");
        }
    }

    /**
     * Where the server listens.
     *
     * @param host address or name of an interface; {@code 0.0.0.0} for all
     * @param port 0 for any that is free
     * @param idleTimeout after which a connection ends on which nothing comes or goes
     * @param mostConnections that may be idle for so long; each of more ends after a second, and twice as many are let in
     */
    public record Listening(String host, int port, Duration idleTimeout, int mostConnections) {
        /** Longer than the idle time of usual balancers, so that none of them uses a connection that is just ending. */
        public static final Duration USUAL_IDLE_TIMEOUT = Duration.ofSeconds(75);

        private static final int USUAL_MOST_CONNECTIONS = 10_000;

        public Listening {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be 0 to 65535");
            }
            if (idleTimeout.isNegative() || idleTimeout.isZero()) {
                throw new IllegalArgumentException("idleTimeout must be more than nothing");
            }
            if (mostConnections < 1) {
                throw new IllegalArgumentException("mostConnections must be 1 or more");
            }
        }

        /** With 10,000 connections. */
        public Listening(String host, int port, Duration idleTimeout) {
            this(host, port, idleTimeout, USUAL_MOST_CONNECTIONS);
        }

        /** With the usual idle timeout. */
        public Listening(String host, int port) {
            this(host, port, USUAL_IDLE_TIMEOUT);
        }
    }

    /**
     * Whose word counts, and whose pages may use the APIs.
     *
     * @param proxies addresses or CIDR blocks whose {@code X-Forwarded-*} counts
     * @param origins as browsers write them: scheme, host in lower case, a port that is not the scheme's own
     */
    public record Trust(List<String> proxies, Set<String> origins) {
        private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\-\\[\\]:]*[a-z0-9\\]]");

        public Trust {
            proxies = List.copyOf(proxies);
            origins = Set.copyOf(origins);
            new TrustedProxies(proxies);
            if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
                throw new IllegalArgumentException("an origin is a scheme, a host and perhaps a port, and no more");
            }
        }
    }
}
