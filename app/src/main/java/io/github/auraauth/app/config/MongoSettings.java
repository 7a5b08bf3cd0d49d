package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * What is configured of MongoDB.
 *
 * @param uri the connection string; empty means the embedded store
 * @param readPreference of lists, find and export
 * @param lastAccessInterval how often a user's last access is written at most
 */
public record MongoSettings(
        Optional<Secret> uri,
        Names names,
        Optional<Credentials> credentials,
        boolean tls,
        Pool pool,
        Timeouts timeouts,
        boolean retryWrites,
        boolean retryReads,
        String readPreference,
        Duration lastAccessInterval) {

    /** Whether the store lies in this process. */
    public boolean isEmbedded() {
        return uri.isEmpty();
    }

    /** Where users lie. */
    public record Names(String database, String collection) {}

    /** Who we are at MongoDB, where the connection string does not say it. */
    public record Credentials(String username, Secret password) {}

    /** How many connections, and how long one may idle; zero is for ever. */
    public record Pool(int min, int max, Duration maxIdle) {}

    /** How long is waited for what; zero is for ever. */
    public record Timeouts(Duration connect, Duration serverSelection, Duration socket, Duration heartbeat) {}

    static MongoSettings of(Settings settings) {
        return new MongoSettings(
                settings.secret("AURA_MONGODB_URI"),
                new Names(settings.required("AURA_MONGODB_USER_DB"), settings.required("AURA_MONGODB_USER_COLLECTION")),
                settings.text("AURA_MONGODB_USERNAME")
                        .flatMap(name -> settings.secret("AURA_MONGODB_PASSWORD")
                                .map(password -> new Credentials(name, password))),
                settings.flag("AURA_MONGODB_SSL"),
                new Pool(
                        settings.number("AURA_MONGODB_MIN_POOL_SIZE"),
                        mostConnections(settings),
                        settings.milliseconds("AURA_MONGODB_MAX_IDLE_TIME_MS")),
                new Timeouts(
                        settings.milliseconds("AURA_CONNECTION_TIMEOUT_MS"),
                        settings.milliseconds("AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS"),
                        settings.milliseconds("AURA_MONGODB_SOCKET_TIMEOUT_MS"),
                        settings.milliseconds("AURA_MONGODB_HEARTBEAT_FREQUENCY_MS")),
                settings.flag("AURA_MONGODB_RETRY_WRITES"),
                settings.flag("AURA_MONGODB_RETRY_READS"),
                settings.required("AURA_MONGODB_READ_PREFERENCE"),
                settings.milliseconds("AURA_MONGODB_USER_LAST_ACCESS_UPDATE_INTERVAL"));
    }

    /** The older variable counts only where the newer one is not set. */
    static int mostConnections(Settings settings) {
        boolean older = !settings.isGiven("AURA_MONGODB_MAX_POOL_SIZE") && settings.isGiven("AURA_MONGODB_POOL_SIZE");
        return settings.number(older ? "AURA_MONGODB_POOL_SIZE" : "AURA_MONGODB_MAX_POOL_SIZE");
    }
}
