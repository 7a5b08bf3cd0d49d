package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.request.TrustedProxies;
import io.github.auraauth.domain.user.BlockMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the HTTP API is served.
 *
 * @param trustedProxies addresses or CIDR blocks whose {@code X-Forwarded-*} counts
 * @param unloggedPaths paths, with the base path or without, whose requests are not logged
 * @param blockMode what the operator has taken out of service
 * @param stopTimeout how long running requests have to end when the server stops
 */
public record HttpConfig(
        Listening listening,
        Service service,
        List<String> trustedProxies,
        Set<String> unloggedPaths,
        BlockMode blockMode,
        Duration stopTimeout) {
    public HttpConfig {
        trustedProxies = List.copyOf(trustedProxies);
        unloggedPaths = Set.copyOf(unloggedPaths);
        if (stopTimeout.isNegative() || stopTimeout.isZero()) {
            throw new IllegalArgumentException("stopTimeout must be more than nothing");
        }
        new TrustedProxies(trustedProxies);
    }

    /**
     * Where the server listens.
     *
     * @param host address or name of an interface; {@code 0.0.0.0} for all
     * @param port 0 for any that is free
     */
    public record Listening(String host, int port) {
        public Listening {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be 0 to 65535");
            }
        }
    }

    /**
     * What the service says of itself.
     *
     * @param version of this release
     * @param metricsHost value of the label {@code host} of its metrics
     * @param storageSubdomain of the storage account with static resources, or empty
     */
    public record Service(String version, String metricsHost, String storageSubdomain) {}
}
