package io.github.auraauth.adapter.redis;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * What one process has of Redis: one link, made anew for ever when it is lost, and what is kept over it. Until the first
 * connection is made it is as if Redis were away. Safe for use by many threads.
 */
public final class Redis implements DependencyProbe, AutoCloseable {
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(1);
    private static final int SHUTDOWN_SECONDS = 2;

    private final RedisClients clients;
    private final RedisKeys keys;
    private final ReconnectingLink link;
    private final UserCache userCache;
    private final RevocationMirror revocationMirror;

    private Redis(RedisConfig config, AtRestCipher cipher, InstantSource clock) {
        this.clients = new RedisClients(config);
        this.keys = new RedisKeys(config.keyPrefix());
        this.link = new ReconnectingLink(config, clients, keys);
        this.userCache = new RedisUserCache(keys, link, cipher, clock);
        this.revocationMirror = new RedisRevocationMirror(keys, link, cipher);
    }

    /** Begins to connect and does not wait for it. */
    public static Redis open(RedisConfig config, AtRestCipher cipher, InstantSource clock) {
        Redis redis = new Redis(config, requireNonNull(cipher, "cipher"), requireNonNull(clock, "clock"));
        redis.link.start();
        return redis;
    }

    public UserCache userCache() {
        return userCache;
    }

    public RevocationMirror revocationMirror() {
        return revocationMirror;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    /** Whether a read is answered now; the first one not, before a connection is made. */
    @Override
    public boolean answers(Deadline deadline) {
        Duration wait = requireNonNull(deadline, "deadline").remainingUpTo(LONGEST_PROBE);
        return link.current().flatMap(redis -> redis.read(keys.probe(), wait)).isPresent();
    }

    /** Ends the connections; waits for it, but not long. Later calls are answered as if Redis were away. */
    @Override
    public void close() {
        link.close().completeOnTimeout(null, SHUTDOWN_SECONDS, TimeUnit.SECONDS).join();
        clients.close();
    }
}
