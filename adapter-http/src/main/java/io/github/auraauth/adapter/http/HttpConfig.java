package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.openid.Issuer;
import io.github.auraauth.adapter.http.pages.Locales;
import io.github.auraauth.adapter.http.pages.PageImage;
import io.github.auraauth.adapter.http.request.TrustedProxies;
import io.github.auraauth.domain.user.BlockMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How the HTTP API is served.
 *
 * @param unloggedPaths paths, with the base path or without, whose requests are not logged
 * @param blockMode what the operator has taken out of service
 * @param stopTimeout how long running requests have to end when the server stops; zero: they are ended at once
 */
public record HttpConfig(
        Listening listening,
        Service service,
        Trust trust,
        PageSettings pages,
        Set<String> unloggedPaths,
        BlockMode blockMode,
        Duration stopTimeout) {
    public HttpConfig {
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
     */
    public record Listening(String host, int port, Duration idleTimeout) {
        /** Longer than the idle time of usual balancers, so that none of them uses a connection that is just ending. */
        public static final Duration USUAL_IDLE_TIMEOUT = Duration.ofSeconds(75);

        public Listening {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be 0 to 65535");
            }
            if (idleTimeout.isNegative() || idleTimeout.isZero()) {
                throw new IllegalArgumentException("idleTimeout must be more than nothing");
            }
        }

        /** With the usual idle timeout. */
        public Listening(String host, int port) {
            this(host, port, USUAL_IDLE_TIMEOUT);
        }
    }

    /**
     * Whose word counts, and whose pages may use the API.
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

    /**
     * What people see.
     *
     * @param https whether browsers come to us by https
     * @param locales asked for every page, so that texts can change while the service runs
     * @param image shown when somebody has logged in or out; asked for every page, as it may come later
     * @param zone of the times that are shown
     */
    public record PageSettings(
            boolean https, Supplier<Locales> locales, Supplier<Optional<PageImage>> image, ZoneId zone) {}

    /**
     * What the service says of itself.
     *
     * @param version of this release
     * @param metricsHost value of the label {@code host} of its metrics
     * @param storageSubdomain of the storage account with static resources, or empty
     * @param issuer to those who verify what it signs
     */
    public record Service(String version, String metricsHost, String storageSubdomain, Issuer issuer) {}
}
