package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A user cache that never returns a removed user, and returns the earlier state of a changed one for at most a second:
 * a cached value is used only as far as the invalidation log allows. One value is loaded by one thread at a time; the
 * threads that wait for it get what it loads, but never its failure: they load for themselves.
 */
public final class CoherentUserCache {
    private final UserCache cache;
    private final UserCache absences;
    private final InvalidationLogFollower follower;
    private final AuraIdHasher hasher;
    private final CacheTimes times;
    private final InstantSource clock;
    private final Map<HashedAuraId, CompletableFuture<Loaded>> loading = new ConcurrentHashMap<>();

    /**
     * @param cache of users, which other instances may share
     * @param absences of identifiers without a user, this process's own: others would hear too late that there is one
     */
    public CoherentUserCache(
            UserCache cache,
            UserCache absences,
            InvalidationLogFollower follower,
            AuraIdHasher hasher,
            CacheTimes times,
            InstantSource clock) {
        this.cache = Objects.requireNonNull(cache, "cache");
        this.absences = Objects.requireNonNull(absences, "absences");
        this.follower = Objects.requireNonNull(follower, "follower");
        this.hasher = Objects.requireNonNull(hasher, "hasher");
        this.times = Objects.requireNonNull(times, "times");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * The cached answer where the invalidation log allows it, else that of {@code load}, which reads the store.
     *
     * @throws io.github.auraauth.port.Outage what {@code load} throws, or when another thread's load of the same
     *     user takes longer than the deadline
     */
    public Optional<User> get(AuraId auraId, Deadline deadline, Supplier<Optional<User>> load) {
        HashedAuraId name = hasher.hash(auraId);
        if (!follower.allowsCacheFor(name)) {
            return load.get();
        }
        Optional<CachedUser> cached = absences.get(name, deadline)
                .or(() -> cache.get(name, deadline).filter(value -> value.user().isPresent()))
                .filter(value -> follower.view().accepts(name, value.fillNumber()) && follower.allowsCacheFor(name));
        return cached.isPresent()
                ? cached.get().user().filter(user -> !user.isExpiredAt(clock.instant()))
                : loadOnce(name, deadline, load);
    }

    /** Changes the user's row so that no cache outlives the change. */
    public <T> T change(AuraId auraId, Deadline deadline, Supplier<T> change) {
        HashedAuraId name = hasher.hash(auraId);
        try {
            return follower.around(name, deadline, change);
        } finally {
            loading.remove(name);
            evict(name);
        }
    }

    /** Drops the cached value, so that the next read fills it anew; nothing depends on its success. */
    public void refresh(AuraId auraId) {
        evict(hasher.hash(auraId));
    }

    private void evict(HashedAuraId name) {
        absences.evict(name);
        cache.evict(name);
    }

    /** Loads, or waits for the thread that is loading; where its load fails, the next of those that waited loads. */
    private Optional<User> loadOnce(HashedAuraId name, Deadline deadline, Supplier<Optional<User>> load) {
        CompletableFuture<Loaded> mine = new CompletableFuture<>();
        CompletableFuture<Loaded> others = loading.putIfAbsent(name, mine);
        while (others != null) {
            Loaded loaded = await(others, deadline);
            if (loaded.isGood()) {
                return loaded.user();
            }
            others = loading.putIfAbsent(name, mine);
        }
        return load(name, load, mine);
    }

    private Optional<User> load(HashedAuraId name, Supplier<Optional<User>> load, CompletableFuture<Loaded> mine) {
        Loaded outcome = Loaded.FAILED;
        try {
            long fillNumber = follower.view().seq();
            Optional<User> user = load.get().map(User::withoutIdTokenHint);
            if (follower.allowsCacheFor(name)) {
                keep(name, new CachedUser(user, fillNumber));
            }
            outcome = new Loaded(true, user);
            return user;
        } finally {
            // in this order: a thread that is told of the failure finds no load under way
            loading.remove(name, mine);
            mine.complete(outcome);
        }
    }

    private void keep(HashedAuraId name, CachedUser value) {
        if (value.user().isEmpty()) {
            absences.put(name, value, CacheTimes.ABSENCE);
            return;
        }
        Duration timeToLive = times.of(name, value.user().get(), clock.instant());
        if (!timeToLive.isNegative() && !timeToLive.isZero()) {
            cache.put(name, value, timeToLive);
        }
    }

    private static Loaded await(CompletableFuture<Loaded> load, Deadline deadline) {
        try {
            return load.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new Outage.TimedOut("another load of the same user", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.TimedOut("another load of the same user", e);
        }
    }

    /**
     * The result of a load. Why one failed matters to its own caller only, whose deadline may have been the reason.
     *
     * @param user as loaded; of no meaning where it failed
     */
    private record Loaded(boolean isGood, Optional<User> user) {
        private static final Loaded FAILED = new Loaded(false, Optional.empty());
    }
}
