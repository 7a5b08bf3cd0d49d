package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.ReadPreference;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** The configuration of a connection to MongoDB. */
public record MongoConfig(Access access, PoolLimits pool, Timeouts timeouts, Retries retries, UserCollection users) {
    public MongoConfig {
        requireNonNull(access, "access");
        requireNonNull(pool, "pool");
        requireNonNull(timeouts, "timeouts");
        requireNonNull(retries, "retries");
        requireNonNull(users, "users");
    }

    /**
     * The address of the database and the credentials for it.
     *
     * @param uri {@code AURA_MONGODB_URI}; the other values of this configuration override its options, whose own values
     *     {@link MongoUri} tells
     * @param username {@code AURA_MONGODB_USERNAME}; empty: as in the uri
     * @param password {@code AURA_MONGODB_PASSWORD}, given exactly when {@code username} is
     * @param ssl {@code AURA_MONGODB_SSL}; empty: as in the uri
     */
    public record Access(Secret uri, Optional<String> username, Optional<Secret> password, Optional<Boolean> ssl) {
        public Access {
            requireNonNull(uri, "uri");
            if (username.isPresent() != password.isPresent()) {
                throw new IllegalArgumentException("username and password must be given together");
            }
            username.ifPresent(name -> requireText(name, "username"));
        }
    }

    /**
     * The limits of the connection pool of each server.
     *
     * @param most {@code AURA_MONGODB_MAX_POOL_SIZE}, positive
     * @param fewest {@code AURA_MONGODB_MIN_POOL_SIZE}, no more than {@code most}
     * @param longestIdle {@code AURA_MONGODB_MAX_IDLE_TIME_MS}; zero: unlimited
     */
    public record PoolLimits(int most, int fewest, Duration longestIdle) {
        public PoolLimits {
            if (most < 1 || fewest < 0 || fewest > most) {
                throw new IllegalArgumentException("most must be positive, fewest from 0 to most");
            }
            requireMillis(longestIdle, 0, "longestIdle");
        }
    }

    /**
     * The driver's timeouts and the interval of its heartbeat. Calls have deadlines of their own; these bound the rest.
     *
     * @param heartbeat {@code AURA_MONGODB_HEARTBEAT_FREQUENCY_MS}, at least 500 ms
     * @param serverSelection {@code AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS}
     * @param socket {@code AURA_MONGODB_SOCKET_TIMEOUT_MS}; zero: unlimited
     * @param connection {@code AURA_CONNECTION_TIMEOUT_MS}; zero: unlimited
     */
    public record Timeouts(Duration heartbeat, Duration serverSelection, Duration socket, Duration connection) {
        public Timeouts {
            requireMillis(heartbeat, 500, "heartbeat");
            requireMillis(serverSelection, 1, "serverSelection");
            requireMillis(socket, 0, "socket");
            requireMillis(connection, 0, "connection");
        }
    }

    /**
     * Whether the driver retries what failed because of the network.
     *
     * @param writes {@code AURA_MONGODB_RETRY_WRITES}
     * @param reads {@code AURA_MONGODB_RETRY_READS}
     */
    public record Retries(boolean writes, boolean reads) {}

    /**
     * The database and collection of users; the other collections are in the same database.
     *
     * @param database {@code AURA_MONGODB_USER_DB}
     * @param collection {@code AURA_MONGODB_USER_COLLECTION}
     * @param readPreference {@code AURA_MONGODB_READ_PREFERENCE}, for lists, find and export only
     */
    public record UserCollection(String database, String collection, String readPreference) {
        public UserCollection {
            requireText(database, "database");
            requireText(collection, "collection");
            try {
                ReadPreference.valueOf(readPreference);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "readPreference must be primary, primaryPreferred, secondary, secondaryPreferred or nearest",
                        e);
            }
        }
    }

    private static void requireText(String text, String parameter) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(parameter + " must not be empty");
        }
    }

    private static void requireMillis(Duration time, int least, String parameter) {
        if (time.compareTo(Duration.ofMillis(least)) < 0 || time.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(parameter + " must be " + least + " to 2147483647 ms");
        }
    }
}
