package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.UserCacheContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cache that answers the first read of an evicted or expired value with nothing, and gives the value again
 * afterwards. Run by {@link KitsTurnRedTest} only.
 */
class GivesAgainWhatIsGone implements UserCacheContract, NoBackend {
    private final SettableClock clock = SettableClock.startingNow();
    private final UserCache cache = new UserCache() {
        private final UserCache right = new CaffeineUserCache(1_000_000, clock);
        private final Map<HashedAuraId, CachedUser> values = new ConcurrentHashMap<>();
        private final Map<HashedAuraId, Instant> ends = new ConcurrentHashMap<>();
        private final Set<HashedAuraId> missNext = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
            Optional<CachedUser> checked = right.get(name, deadline);
            Instant end = ends.get(name);
            if (end != null && !clock.instant().isBefore(end)) {
                ends.remove(name);
                return checked;
            }
            return missNext.remove(name) ? Optional.empty() : Optional.ofNullable(values.get(name));
        }

        @Override
        public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
            right.put(name, value, timeToLive);
            values.put(name, value);
            ends.put(name, clock.instant().plus(timeToLive));
            missNext.remove(name);
        }

        @Override
        public void evict(HashedAuraId name) {
            right.evict(name);
            missNext.add(name);
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
}
