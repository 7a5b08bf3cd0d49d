package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.UserCacheContract;
import java.time.Duration;
import java.util.Optional;

/** A cache that lets its callers know that its backend is away. Run by {@link KitsTurnRedTest} only. */
class ThrowsWhenAway implements UserCacheContract {
    private final SettableClock clock = SettableClock.startingNow();
    private final UserCache right = new CaffeineUserCache(1_000_000, clock);
    private volatile boolean away;
    private final UserCache cache = new UserCache() {
        @Override
        public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
            if (away) {
                throw new Outage.TimedOut("fake backend");
            }
            return right.get(name, deadline);
        }

        @Override
        public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
            right.put(name, value, timeToLive);
        }

        @Override
        public void evict(HashedAuraId name) {
            right.evict(name);
        }
    };

    @Override
    public UserCache cache() {
        return cache;
    }

    @Override
    public void letPass(Duration time) {
        clock.advance(time);
    }

    @Override
    public Backend takeBackendAway() {
        away = true;
        return Backend.AWAY;
    }
}
