package io.github.auraauth.adapter.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TaggableReadPreference;
import com.mongodb.WriteConcern;
import java.util.Optional;

/** The driver's settings that follow from our configuration. */
final class DriverSettings {
    private static final String APPLICATION = "aura-auth";

    private DriverSettings() {}

    /** @throws IllegalArgumentException when the uri is invalid; the message does not quote it, since it may hold a password */
    static MongoClientSettings of(MongoConfig config) {
        MongoConfig.PoolLimits pool = config.pool();
        MongoConfig.Timeouts timeouts = config.timeouts();
        ConnectionString given = connectionString(config.access());
        return MongoClientSettings.builder()
                .applyConnectionString(given)
                .applicationName(Optional.ofNullable(given.getApplicationName()).orElse(APPLICATION))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readPreference(ReadPreference.primary())
                .readConcern(ReadConcern.DEFAULT)
                .retryWrites(config.retries().writes())
                .retryReads(config.retries().reads())
                .applyToSslSettings(ssl -> config.access().ssl().ifPresent(ssl::enabled))
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

    /**
     * Where reads go that carry no promise: as configured, with the uri's tags and greatest staleness, which no other value of
     * the configuration is for.
     */
    static ReadPreference preference(MongoConfig config) {
        String mode = config.users().readPreference();
        ReadPreference given = connectionString(config.access()).getReadPreference();
        boolean tagged =
                given instanceof TaggableReadPreference && ReadPreference.valueOf(mode) != ReadPreference.primary();
        if (!tagged) {
            return ReadPreference.valueOf(mode);
        }
        TaggableReadPreference tags = (TaggableReadPreference) given;
        Long staleness = tags.getMaxStaleness(MILLISECONDS);
        return staleness == null
                ? ReadPreference.valueOf(mode, tags.getTagSetList())
                : ReadPreference.valueOf(mode, tags.getTagSetList(), staleness, MILLISECONDS);
    }

    /** The read concern of such reads: the uri's, else the server's own. */
    static ReadConcern preferredConcern(MongoConfig config) {
        return Optional.ofNullable(connectionString(config.access()).getReadConcern())
                .orElse(ReadConcern.DEFAULT);
    }

    private static ConnectionString connectionString(MongoConfig.Access access) {
        try {
            return new ConnectionString(MongoUri.text(access));
        } catch (IllegalArgumentException | IndexOutOfBoundsException invalid) {
            // neither its message nor itself as a cause: both may quote the password
            throw new IllegalArgumentException("uri is not a connection string of MongoDB");
        }
    }
}
