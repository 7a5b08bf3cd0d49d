package io.github.auraauth.app.docs;

// example: adapter
import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users cached in a map of this process. It never forgets by itself: an example, and nothing to run. */
public final class MapUserCache implements UserCache {
    private final Map<HashedAuraId, Kept> values = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public MapUserCache(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
        requireNonNull(deadline, "deadline");
        return Optional.ofNullable(values.get(requireNonNull(name, "name")))
                .filter(kept -> clock.instant().isBefore(kept.end))
                .map(Kept::value);
    }

    @Override
    public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
        if (requireNonNull(timeToLive, "timeToLive").isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException("timeToLive must be positive");
        }
        Instant end = clock.instant().plus(timeToLive);
        values.put(requireNonNull(name, "name"), new Kept(requireNonNull(value, "value"), end));
    }

    @Override
    public void evict(HashedAuraId name) {
        values.remove(requireNonNull(name, "name"));
    }

    private record Kept(CachedUser value, Instant end) {}
}
// end
