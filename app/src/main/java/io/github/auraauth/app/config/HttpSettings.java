package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.user.BlockMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of the HTTP side.
 *
 * @param listenAddress of the interface on which both APIs listen
 * @param port 0 for any free one
 * @param idleTimeout after which a connection ends on which nothing comes or goes
 * @param trustedProxies networks whose forwarding headers count: address literals, mostly with a prefix length
 * @param unloggedPaths paths whose requests are not logged
 * @param drain how long a stop still serves everything
 * @param gracefulStop how long running requests are waited for at the stop
 * @param storageAccount what {@code /config} answers
 * @param corsOrigins whose pages may fetch tokens for the bot
 */
public record HttpSettings(
        String listenAddress,
        int port,
        Duration idleTimeout,
        List<String> trustedProxies,
        List<String> unloggedPaths,
        BlockMode blockMode,
        Duration drain,
        Duration gracefulStop,
        Optional<String> storageAccount,
        List<String> corsOrigins) {
    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
        unloggedPaths = List.copyOf(unloggedPaths);
        corsOrigins = List.copyOf(corsOrigins);
    }

    static HttpSettings of(Settings settings) {
        return new HttpSettings(
                settings.required("AURA_LISTEN_ADDRESS"),
                settings.number("AURA_SERVICE_PORT"),
                settings.milliseconds("AURA_HTTP_IDLE_TIMEOUT"),
                settings.list("AURA_TRUSTED_PROXIES"),
                settings.list("AURA_IGNORE_LOGGING_PATH"),
                BlockMode.parse(settings.required("AURA_AUTHENTICATION_BLOCK_MODE"))
                        .orElseThrow(),
                settings.milliseconds("AURA_SHUTDOWN_DRAIN"),
                settings.milliseconds("AURA_SHUTDOWN_GRACEFUL_TTL"),
                settings.text("AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT"),
                settings.list("AURA_CORS_ORIGINS"));
    }
}
