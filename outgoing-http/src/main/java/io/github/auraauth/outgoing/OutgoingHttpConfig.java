package io.github.auraauth.outgoing;

import java.time.Duration;
import java.util.List;

/**
 * How upstream services are called.
 *
 * @param keepAlive whether connections are reused
 * @param keepAliveTime for how long an idle connection is kept, three minutes at most; the upstream may ask for less
 * @param maxSockets connections in all; one upstream gets three quarters of them, so that a slow one leaves some to others
 * @param requestTimeout the longest that one request may take, from its first step to the last byte of its response
 * @param retries how often a repeatable request is retried
 * @param unloggedPaths parts of paths whose requests are not logged
 * @param proxies through which upstream services are reached
 */
public record OutgoingHttpConfig(
        boolean keepAlive,
        Duration keepAliveTime,
        int maxSockets,
        Duration requestTimeout,
        int retries,
        List<String> unloggedPaths,
        ForwardProxies proxies) {
    public OutgoingHttpConfig {
        if (keepAliveTime.isNegative()) {
            throw new IllegalArgumentException("keepAliveTime must not be negative");
        }
        if (maxSockets < 1) {
            throw new IllegalArgumentException("maxSockets must be positive");
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException("requestTimeout must be positive");
        }
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative");
        }
        unloggedPaths = List.copyOf(unloggedPaths);
    }

    /** The same without proxies. */
    public OutgoingHttpConfig(
            boolean keepAlive,
            Duration keepAliveTime,
            int maxSockets,
            Duration requestTimeout,
            int retries,
            List<String> unloggedPaths) {
        this(keepAlive, keepAliveTime, maxSockets, requestTimeout, retries, unloggedPaths, ForwardProxies.NONE);
    }

    /** The most connections that one upstream gets. */
    int maxSocketsPerUpstream() {
        return Math.max(1, maxSockets - maxSockets / 4);
    }
}
