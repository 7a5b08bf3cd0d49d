package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A user cache that never returns a removed user, and returns the earlier state of a changed one for at most a second:
 * a cached value is used only as far as the invalidation log allows. A local cache stands before the shared one. One
 * value is loaded by one thread at a time; the threads that wait for it get what it loads, but never its failure: they
 * load for themselves.
 */
public final class CoherentUserCache {
    private final UserCache local;
    private final UserCache shared;
    private final InvalidationLogFollower follower;
    private final AuraIdHasher hasher;
    private final CacheTimes times;
    private final InstantSource clock;
    private final Map<HashedAuraId, CompletableFuture<Loaded>> loading = new ConcurrentHashMap<>();

    /**
     * @param local this process's own, asked first; it also keeps absences, of which others would hear too late
     * @param shared by all instances
     */
    public CoherentUserCache(
            UserCache local,
            UserCache shared,
            InvalidationLogFollower follower,
            AuraIdHasher hasher,
            CacheTimes times,
            InstantSource clock) {
        this.local = Objects.requireNonNull(local, "local");
        this.shared = Objects.requireNonNull(shared, "shared");
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
        Optional<CachedUser> cached = local.get(name, deadline)
                .filter(value -> follower.accepts(name, value.provenance()))
                .or(() -> getShared(name, deadline));
        return cached.isPresent()
                ? cached.get().user().filter(user -> !user.isExpiredAt(clock.instant()))
                : loadOnce(name, deadline, load);
    }

    /**
     * The user whom this process's own cache holds, where the invalidation log allows it; empty where others would have to
     * be asked. Waits for nothing.
     */
    public Optional<User> find(AuraId auraId) {
        HashedAuraId name = hasher.hash(auraId);
        Instant now = clock.instant();
        return local.get(name, Deadline.in(Duration.ZERO, clock))
                .filter(value -> follower.allowsCacheFor(name) && follower.accepts(name, value.provenance()))
                .flatMap(CachedUser::user)
                .filter(user -> !user.isExpiredAt(now));
    }

    /** Changes the user's row so that no cache outlives the change. */
    public <T> T change(AuraId auraId, Deadline deadline, Supplier<T> change) {
        HashedAuraId name = hasher.hash(auraId);
        try {
            return follower.around(name, deadline, change);
        } finally {
            evict(name);
        }
    }

    /**
     * Drops the cached value, so that the next read fills it anew: for what a cache may show the earlier state of for a
     * while elsewhere, such as that there was no such user.
     */
    public void refresh(AuraId auraId) {
        evict(hasher.hash(auraId));
    }

    private void evict(HashedAuraId name) {
        // in this order: a load that is under way finds out after it has put its value
        loading.remove(name);
        local.evict(name);
        shared.evict(name);
    }

    private Optional<CachedUser> getShared(HashedAuraId name, Deadline deadline) {
        if (!follower.allowsSharedCache()) {
            return Optional.empty();
        }
        Optional<CachedUser> found = shared.get(name, deadline)
                .filter(value -> value.user().isPresent() && times.allows(value.provenance(), clock.instant()))
                .filter(value -> follower.allowsSharedCache() && follower.accepts(name, value.provenance()));
        found.ifPresent(value -> put(local, name, value));
        return found;
    }

    /**
     * Loads, or waits for the thread that is loading. Where its load fails, the next of those that waited loads for all; where
     * its value may be over by now, each for itself.
     */
    private Optional<User> loadOnce(HashedAuraId name, Deadline deadline, Supplier<Optional<User>> load) {
        CompletableFuture<Loaded> mine = new CompletableFuture<>();
        CompletableFuture<Loaded> others = loading.putIfAbsent(name, mine);
        while (others != null) {
            Loaded loaded = deadline.await(others, "another load of the same user");
            if (loaded.isGood()) {
                return loaded.value()
                        .filter(value ->
                                follower.accepts(name, value.provenance()) && isLasting(timeToLive(name, value)))
                        .map(CachedUser::user)
                        .orElseGet(load);
            }
            others = loading.putIfAbsent(name, mine);
        }
        return load(name, load, mine);
    }

    private Optional<User> load(HashedAuraId name, Supplier<Optional<User>> load, CompletableFuture<Loaded> mine) {
        Loaded outcome = Loaded.FAILED;
        try {
            Optional<Provenance> provenance = follower.provenance(name);
            Optional<User> user = load.get().map(User::withoutIdTokenHint);
            Optional<CachedUser> value = provenance.map(known -> new CachedUser(user, known));
            value.ifPresent(known -> keep(name, known, mine));
            outcome = new Loaded(true, value);
            return user;
        } finally {
            // in this order: a thread that is told of the failure finds no load under way
            loading.remove(name, mine);
            mine.complete(outcome);
        }
    }

    private void keep(HashedAuraId name, CachedUser value, CompletableFuture<Loaded> mine) {
        put(local, name, value);
        if (value.user().isPresent() && follower.allowsSharedCache()) {
            put(shared, name, value);
        }
        if (loading.get(name) != mine) {
            // changed here while it was read
            local.evict(name);
            shared.evict(name);
        }
    }

    private void put(UserCache cache, HashedAuraId name, CachedUser value) {
        Duration timeToLive = timeToLive(name, value);
        if (isLasting(timeToLive)) {
            cache.put(name, value, timeToLive);
        }
    }

    private Duration timeToLive(HashedAuraId name, CachedUser value) {
        return times.of(name, value, clock.instant());
    }

    private static boolean isLasting(Duration timeToLive) {
        return !timeToLive.isNegative() && !timeToLive.isZero();
    }

    /**
     * The result of a load. Why one failed matters to its own caller only, whose deadline may have been the reason.
     *
     * @param value by whose provenance and time to live whoever waited judges it as one of a cache, since it may have been
     *     read long before; empty where the load failed, or a change was under way
     */
    private record Loaded(boolean isGood, Optional<CachedUser> value) {
        private static final Loaded FAILED = new Loaded(false, Optional.empty());
    }
}
