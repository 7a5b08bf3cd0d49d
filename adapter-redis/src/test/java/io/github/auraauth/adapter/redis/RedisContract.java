package io.github.auraauth.adapter.redis;

import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.testkit.health.DependencyProbeContract;
import io.github.auraauth.testkit.revocation.RevocationMirrorContract;
import io.github.auraauth.testkit.user.UserCacheContract;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** All contracts over running servers: each test has a connected cache with a key prefix of its own. */
abstract class RedisContract implements UserCacheContract, DependencyProbeContract, RevocationMirrorContract {
    private OpenCache cache;
    private boolean away;

    /** How to reach the servers. */
    abstract RedisConfig config();

    /** Every process without which nothing is answered. */
    abstract List<RedisProcess> processes();

    /** Returns when thawed servers work as before. */
    void awaitRecovery() {}

    @BeforeEach
    void connect() {
        cache = Caches.connected(Configs.withPrefix(config(), UUID.randomUUID() + "-"));
    }

    @AfterEach
    void disconnect() {
        cache.close();
        if (away) {
            processes().forEach(RedisProcess::thaw);
            awaitRecovery();
        }
    }

    @Override
    public UserCache cache() {
        return cache;
    }

    @Override
    public DependencyProbe probe() {
        return cache;
    }

    @Override
    public RevocationMirror mirror() {
        return cache.mirror();
    }

    @Override
    public Backend takeBackendAway() {
        away = true;
        processes().forEach(RedisProcess::freeze);
        return Backend.AWAY;
    }
}
