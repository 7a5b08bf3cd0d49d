package io.github.auraauth.adapter.redis;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The connection of one process to Redis, which is reopened forever when it breaks, and what is kept over it. Until it
 * has been made for the first time it is as if Redis were away. Safe for use by many threads.
 */
public final class Redis implements DependencyProbe, AutoCloseable {
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);

    /** Longer than an attempt takes. */
    private static final Duration ATTEMPT = Duration.ofSeconds(20);

    private final RedisClients clients;
    private final RedisKeys keys;
    private final RedisConnector connector;
    private final RedisCommands commands;
    private final UserCache userCache;
    private final RevocationMirror revocationMirror;

    private Redis(RedisConfig config, AtRestCipher cipher, InstantSource clock) {
        this.clients = new RedisClients(config);
        this.keys = new RedisKeys(config.keyPrefix());
        this.connector = new RedisConnector(config, clients, keys);
        this.commands = new RedisCommands(connector);
        this.userCache = new RedisUserCache(keys, commands, cipher, clock);
        this.revocationMirror = new RedisRevocationMirror(keys, commands, cipher);
    }

    /** Begins to connect and does not wait for it. */
    public static Redis open(RedisConfig config, AtRestCipher cipher, InstantSource clock) {
        Redis redis = new Redis(config, requireNonNull(cipher, "cipher"), requireNonNull(clock, "clock"));
        redis.connector.start();
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
        Duration wait = requireNonNull(deadline, "deadline").remainingUpTo(PROBE_TIMEOUT);
        return commands.read(keys.probe(), wait).isPresent();
    }

    /**
     * What an operator can do about it that Redis is not used, once an attempt to connect has told enough, which is waited for.
     * Empty where it is used, and where nothing is known but that it does not answer.
     */
    public Optional<String> problem(Deadline deadline) {
        return connector.problem().await(requireNonNull(deadline, "deadline").remainingUpTo(ATTEMPT));
    }

    /** Ends the connections; waits for it, but not long. Later calls are answered as if Redis were away. */
    @Override
    public void close() {
        connector.close();
        clients.close();
    }
}
