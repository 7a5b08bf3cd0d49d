package io.github.auraauth.app.config.mongo;

import io.github.auraauth.adapter.mongo.MongoConfig.PoolLimits;
import io.github.auraauth.adapter.mongo.MongoConfig.Retries;
import io.github.auraauth.adapter.mongo.MongoConfig.Timeouts;
import io.github.auraauth.adapter.mongo.MongoConfig.UserCollection;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of a database in MongoDB.
 *
 * @param uri the connection string; empty means the embedded store
 * @param tls whether it is spoken to over TLS; empty: as the connection string says
 * @param lastAccessInterval how often a user's last access is written at most
 */
public record MongoSettings(
        Optional<Secret> uri,
        Optional<Credentials> credentials,
        Optional<Boolean> tls,
        PoolLimits pool,
        Timeouts timeouts,
        Retries retries,
        UserCollection users,
        Duration lastAccessInterval) {

    /** Whether the store lies in this process. */
    public boolean isEmbedded() {
        return uri.isEmpty();
    }

    /** Who we are at MongoDB, where the connection string does not say it. */
    public record Credentials(String username, Secret password) {}

    /** That of the users. */
    public static MongoSettings of(Settings settings) {
        Optional<Credentials> credentials = settings.text("AURA_MONGODB_USERNAME")
                .flatMap(name ->
                        settings.secret("AURA_MONGODB_PASSWORD").map(password -> new Credentials(name, password)));
        Optional<Boolean> tls = settings.isGiven("AURA_MONGODB_SSL")
                ? Optional.of(settings.flag("AURA_MONGODB_SSL"))
                : Optional.empty();
        return of(UriOptions.over(settings, UriOptions.USERS), UriOptions.USERS, credentials, tls);
    }

    /** That of the terms, whose user, password and TLS are those of its connection string, and the rest the users'. */
    public static MongoSettings ofTerms(Settings settings) {
        return of(UriOptions.over(settings, UriOptions.TERMS), UriOptions.TERMS, Optional.empty(), Optional.empty());
    }

    private static MongoSettings of(
            Settings settings, String uri, Optional<Credentials> credentials, Optional<Boolean> tls) {
        return new MongoSettings(
                settings.secret(uri),
                credentials,
                tls,
                new PoolLimits(
                        settings.number(UriOptions.MOST),
                        settings.number(UriOptions.FEWEST),
                        settings.milliseconds("AURA_MONGODB_MAX_IDLE_TIME_MS")),
                new Timeouts(
                        settings.milliseconds("AURA_MONGODB_HEARTBEAT_FREQUENCY_MS"),
                        settings.milliseconds("AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS"),
                        settings.milliseconds("AURA_MONGODB_SOCKET_TIMEOUT_MS"),
                        settings.milliseconds("AURA_CONNECTION_TIMEOUT_MS")),
                new Retries(settings.flag("AURA_MONGODB_RETRY_WRITES"), settings.flag("AURA_MONGODB_RETRY_READS")),
                new UserCollection(
                        settings.required("AURA_MONGODB_USER_DB"),
                        settings.required("AURA_MONGODB_USER_COLLECTION"),
                        settings.required("AURA_MONGODB_READ_PREFERENCE")),
                settings.milliseconds("AURA_MONGODB_USER_LAST_ACCESS_UPDATE_INTERVAL"));
    }
}
