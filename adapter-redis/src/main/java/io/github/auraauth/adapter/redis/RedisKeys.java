package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.removal.HashedAuraId;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Names of what is kept in Redis. The braces tell a cluster which part of a name decides where it is kept. */
final class RedisKeys {
    private static final int PROBES = 1_024;

    private final String head;
    private final String revocations;
    private final AtomicInteger probes = new AtomicInteger();

    RedisKeys(String prefix) {
        this.head = prefix + "users:{";
        this.revocations = prefix + "revocations";
    }

    /** Where a user is cached. */
    byte[] user(HashedAuraId name) {
        return key(name.hex());
    }

    /** Where the copy of all revocations is kept. */
    byte[] revocations() {
        return revocations.getBytes(StandardCharsets.UTF_8);
    }

    /** A key of nobody, each time another one, so that reading it asks every server of a cluster in turn. */
    byte[] probe() {
        return key("probe-" + Math.floorMod(probes.getAndIncrement(), PROBES));
    }

    private byte[] key(String name) {
        return (head + name + '}').getBytes(StandardCharsets.UTF_8);
    }
}
