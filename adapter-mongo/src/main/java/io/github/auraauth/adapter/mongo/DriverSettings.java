package io.github.auraauth.adapter.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import io.github.auraauth.domain.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The driver's settings that follow from our configuration. */
final class DriverSettings {
    private static final String APPLICATION = "aura-auth";

    private DriverSettings() {}

    /** @throws IllegalArgumentException when the uri is invalid; the message does not quote it, since it may hold a password */
    static MongoClientSettings of(MongoConfig config) {
        MongoConfig.PoolLimits pool = config.pool();
        MongoConfig.Timeouts timeouts = config.timeouts();
        return MongoClientSettings.builder()
                .applyConnectionString(connectionString(config.access()))
                .applicationName(APPLICATION)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readPreference(ReadPreference.primary())
                .retryWrites(config.retries().writes())
                .retryReads(config.retries().reads())
                .applyToSslSettings(ssl -> {
                    if (config.access().ssl()) {
                        ssl.enabled(true);
                    }
                })
                .applyToConnectionPoolSettings(pools -> pools.maxSize(pool.most())
                        .minSize(pool.fewest())
                        .maxConnectionIdleTime(pool.longestIdle().toMillis(), MILLISECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                        timeouts.serverSelection().toMillis(), MILLISECONDS))
                .applyToServerSettings(
                        server -> server.heartbeatFrequency(timeouts.heartbeat().toMillis(), MILLISECONDS))
                .applyToSocketSettings(
                        sockets -> sockets.connectTimeout(timeouts.connection().toMillis(), MILLISECONDS)
                                .readTimeout(timeouts.socket().toMillis(), MILLISECONDS))
                .build();
    }

    /** The database in the uri, if it names one. */
    static Optional<String> database(MongoConfig config) {
        return Optional.ofNullable(connectionString(config.access()).getDatabase());
    }

    /** Puts the name and password into the uri, so that its authSource and mechanism keep their meaning. */
    private static ConnectionString connectionString(MongoConfig.Access access) {
        String uri = text(access.uri());
        try {
            return new ConnectionString(access.username()
                    .map(name ->
                            withCredentials(uri, name, text(access.password().orElseThrow())))
                    .orElse(uri));
        } catch (IllegalArgumentException | IndexOutOfBoundsException invalid) {
            // neither its message nor itself as a cause: both may quote the password
            throw new IllegalArgumentException("uri is not a connection string of MongoDB");
        }
    }

    private static String withCredentials(String uri, String name, String password) {
        int hosts = uri.indexOf("://") + 3;
        int hostsEnd = (int) uri.chars()
                        .skip(hosts)
                        .takeWhile(c -> c != '/' && c != '?')
                        .count()
                + hosts;
        int given = uri.lastIndexOf('@', hostsEnd - 1);
        String rest = uri.substring(Math.max(hosts, given + 1));
        return uri.substring(0, hosts) + escaped(name) + ':' + escaped(password) + '@' + rest;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.UTF_8);
    }
}
