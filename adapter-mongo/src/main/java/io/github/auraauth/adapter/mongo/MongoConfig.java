package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.ReadPreference;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** All that the connection to MongoDB is built from. */
public record MongoConfig(Access access, Pool pool, Times times, Retries retries, Users users) {
    public MongoConfig {
        requireNonNull(access, "access");
        requireNonNull(pool, "pool");
        requireNonNull(times, "times");
        requireNonNull(retries, "retries");
        requireNonNull(users, "users");
    }

    /**
     * Where it is and who we are there.
     *
     * @param uri {@code AURA_MONGODB_URI}; the other values of this configuration stand above its options
     * @param username {@code AURA_MONGODB_USERNAME}; empty: as the uri says
     * @param password {@code AURA_MONGODB_PASSWORD}, given exactly when {@code username} is
     * @param ssl {@code AURA_MONGODB_SSL}; false: as the uri says
     */
    public record Access(Secret uri, Optional<String> username, Optional<Secret> password, boolean ssl) {
        public Access {
            requireNonNull(uri, "uri");
            if (username.isPresent() != password.isPresent()) {
                throw new IllegalArgumentException("username and password must be given together");
            }
            username.ifPresent(name -> requireText(name, "username"));
        }
    }

    /**
     * Connections to each server.
     *
     * @param most {@code AURA_MONGODB_MAX_POOL_SIZE}, positive
     * @param fewest {@code AURA_MONGODB_MIN_POOL_SIZE}, no more than {@code most}
     * @param longestIdle {@code AURA_MONGODB_MAX_IDLE_TIME_MS}; zero: no end
     */
    public record Pool(int most, int fewest, Duration longestIdle) {
        public Pool {
            if (most < 1 || fewest < 0 || fewest > most) {
                throw new IllegalArgumentException("most must be positive, fewest from 0 to most");
            }
            requireMillis(longestIdle, 0, "longestIdle");
        }
    }

    /**
     * How long what is waited for. Calls have deadlines of their own; these times bound the rest.
     *
     * @param heartbeat {@code AURA_MONGODB_HEARTBEAT_FREQUENCY_MS}, at least 500 ms
     * @param serverSelection {@code AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS}
     * @param socket {@code AURA_MONGODB_SOCKET_TIMEOUT_MS}; zero: no end
     * @param connection {@code AURA_CONNECTION_TIMEOUT_MS}; zero: no end
     */
    public record Times(Duration heartbeat, Duration serverSelection, Duration socket, Duration connection) {
        public Times {
            requireMillis(heartbeat, 500, "heartbeat");
            requireMillis(serverSelection, 1, "serverSelection");
            requireMillis(socket, 0, "socket");
            requireMillis(connection, 0, "connection");
        }
    }

    /**
     * Whether the driver repeats what failed by the network.
     *
     * @param writes {@code AURA_MONGODB_RETRY_WRITES}
     * @param reads {@code AURA_MONGODB_RETRY_READS}
     */
    public record Retries(boolean writes, boolean reads) {}

    /**
     * Where users are kept; the other collections lie in the same database.
     *
     * @param database {@code AURA_MONGODB_USER_DB}
     * @param collection {@code AURA_MONGODB_USER_COLLECTION}
     * @param readPreference {@code AURA_MONGODB_READ_PREFERENCE}, for lists, find and export only
     */
    public record Users(String database, String collection, String readPreference) {
        public Users {
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
