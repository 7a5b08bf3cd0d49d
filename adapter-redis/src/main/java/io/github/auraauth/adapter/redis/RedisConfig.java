package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.secret.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How Redis is reached.
 *
 * @param hosts some servers of a cluster, the sentinels, or the one server
 * @param sentinelInstanceName the master's name at its sentinels; required for them, ignored otherwise
 * @param database for one server or a master behind sentinels; a cluster has only number 0
 * @param access who we are there, and over what is spoken
 * @param keyPrefix of every key, so that environments can share a Redis
 * @param pool the number of connections; when absent all calls share one, which is faster
 * @param maxReconnectRetries failed attempts after which Redis is reported down; attempts go on forever
 * @param maxReconnectInterval the longest pause between two attempts
 */
public record RedisConfig(
        RedisMode mode,
        List<RedisHost> hosts,
        Optional<String> sentinelInstanceName,
        int database,
        Access access,
        String keyPrefix,
        Optional<PoolSize> pool,
        int maxReconnectRetries,
        Duration maxReconnectInterval) {
    private static final Duration PAUSE_STEP = Duration.ofMillis(200);

    public RedisConfig {
        hosts = List.copyOf(hosts);
        require(!hosts.isEmpty(), "at least one Redis host is needed");
        require(mode != RedisMode.SINGLE || hosts.size() == 1, "mode SINGLE takes exactly one Redis host");
        require(
                mode != RedisMode.SENTINEL || sentinelInstanceName.isPresent(),
                "mode SENTINEL needs the sentinel instance name");
        require(database >= 0, "the Redis database must not be negative");
        require(mode != RedisMode.CLUSTER || database == 0, "a Redis cluster has only database 0");
        require(maxReconnectRetries >= 0, "the Redis reconnect retries must not be negative");
        require(maxReconnectInterval.toMillis() > 0, "the Redis reconnect interval must be a millisecond at least");
    }

    /**
     * Who we are at Redis, and over what is spoken.
     *
     * @param username of the servers' access control list, given with a password only; empty: the user {@code default}
     * @param password of the servers
     * @param sentinelPassword of the sentinels
     * @param tls over which servers and sentinels are spoken to; empty: in clear text
     */
    public record Access(
            Optional<String> username,
            Optional<Secret> password,
            Optional<Secret> sentinelPassword,
            Optional<Tls> tls) {
        /** In clear text, and where nobody asks who we are. */
        public static final Access OPEN =
                new Access(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Access {
            require(username.isEmpty() || password.isPresent(), "a Redis user needs a password");
        }
    }

    /**
     * TLS in which the host must be one that the certificate names.
     *
     * @param authorities certificates of the only authorities that are trusted, as PEM; empty: those of the JDK
     */
    public record Tls(Optional<String> authorities) {
        public Tls {
            require(
                    authorities.isEmpty() || holdsCertificates(authorities.get()),
                    "the authorities must be certificates in PEM");
        }

        private static boolean holdsCertificates(String pem) {
            try {
                return !CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                        .isEmpty();
            } catch (CertificateException e) {
                return false;
            }
        }
    }

    /**
     * Bounds of the number of connections.
     *
     * @param min opened at once, at least 1
     * @param max opened under load, at least {@code min}
     */
    public record PoolSize(int min, int max) {
        public PoolSize {
            require(min >= 1 && max >= min, "the Redis pool must have 1 <= min <= max");
        }
    }

    /** The pause before that attempt, which grows up to the configured interval. */
    Duration pauseBefore(long attempt) {
        long pause = Math.min(attempt * PAUSE_STEP.toMillis(), maxReconnectInterval.toMillis());
        return Duration.ofMillis(Math.max(1, pause));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
