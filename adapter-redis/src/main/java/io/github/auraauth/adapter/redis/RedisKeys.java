package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys in Redis. Braces mark the part of a key by which a cluster assigns its slot. */
final class RedisKeys {
    private static final int PROBES = 1_024;

    private final String head;
    private final String revocations;
    private final AtomicInteger probes = new AtomicInteger();

    RedisKeys(String prefix) {
        this.head = prefix + "users:{";
        this.revocations = prefix + "revocations";
    }

    /** The key of a cached user. */
    byte[] user(HashedAuraId name) {
        return key(name.hex());
    }

    /** The key of the copy of all revocations. */
    byte[] revocations() {
        return revocations.getBytes(StandardCharsets.UTF_8);
    }

    /** A key without a value, each time another one, so that reading it asks every server of a cluster in turn. */
    byte[] probe() {
        return key("probe-" + Math.floorMod(probes.getAndIncrement(), PROBES));
    }

    private byte[] key(String name) {
        return (head + name + '}').getBytes(StandardCharsets.UTF_8);
    }
}
