package io.github.auraauth.app.config;

import java.time.Duration;
import java.util.List;

/**
 * What is configured of calls to services of others.
 *
 * @param keepAlive whether connections are kept for later calls
 * @param requestTimeout the longest that one call may take
 * @param retries how often a call that may be repeated is
 * @param unloggedPaths parts of paths whose calls are not logged
 */
public record OutgoingSettings(
        boolean keepAlive,
        Duration keepAliveTime,
        int maxSockets,
        Duration requestTimeout,
        int retries,
        List<String> unloggedPaths) {
    public OutgoingSettings {
        unloggedPaths = List.copyOf(unloggedPaths);
    }

    static OutgoingSettings of(Settings settings) {
        return new OutgoingSettings(
                settings.flag("AURA_HTTP_KEEP_ALIVE"),
                settings.milliseconds("AURA_HTTP_KEEP_ALIVE_MSECS"),
                settings.number("AURA_HTTP_REQUEST_MAX_SOCKETS"),
                settings.milliseconds("AURA_HTTP_REQUEST_TIMEOUT"),
                settings.number("AURA_INTERNAL_RETRIES"),
                settings.listBesideDefault("AURA_HTTP_PATHS_LOG_DISABLED"));
    }
}
