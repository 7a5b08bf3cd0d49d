package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.LastAccesses;
import io.github.auraauth.port.out.user.OwnedUsers;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Users in the memory of one process, gone with it; every call is atomic under one lock. Expired rows stay until they
 * are removed or make room. Most searches look at every row.
 */
public final class InMemoryUserStore implements UserStore, OwnedUsers, UserDirectory, LastAccesses {
    private final UserTable rows = new UserTable();
    private final InstantSource clock;

    /** @param clock by which users expire */
    public InMemoryUserStore(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public InsertOutcome insert(User user, Deadline deadline) {
        requireNonNull(user, "user");
        Deadlines.check(deadline);
        synchronized (rows) {
            Optional<User> holder = rows.find(user.auraId());
            if (holder.isPresent()) {
                return unexpired().test(holder.get()) ? new AuraIdTaken(holder.get()) : InsertOutcome.AURA_ID_EXPIRED;
            }
            Optional<User> other = rows.find(user.registration().authorizationId());
            if (other.filter(unexpired()).isPresent()) {
                return new AuthorizationTaken(other.get());
            }
            rows.put(user);
            return InsertOutcome.INSERTED;
        }
    }

    @Override
    public Optional<User> find(AuraId auraId, Deadline deadline) {
        requireNonNull(auraId, "auraId");
        Deadlines.check(deadline);
        synchronized (rows) {
            return unexpired(auraId);
        }
    }

    @Override
    public Optional<UserRow> findRow(AuraId auraId, Deadline deadline) {
        return find(auraId, deadline).map(InMemoryUserStore::row);
    }

    @Override
    public Optional<User> findByAuthorization(AuthorizationId authorizationId, Deadline deadline) {
        requireNonNull(authorizationId, "authorizationId");
        Deadlines.check(deadline);
        synchronized (rows) {
            return rows.find(authorizationId).filter(unexpired());
        }
    }

    @Override
    public Optional<User> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline) {
        requireNonNull(auraGlobalId, "auraGlobalId");
        requireNonNull(channelId, "channelId");
        return all(unexpired(), deadline).stream()
                .filter(user -> user.auraGlobalId().equals(auraGlobalId))
                .filter(user -> user.registration().channelId().equals(channelId))
                .max(Comparator.comparing(User::registeredAt));
    }

    @Override
    public ReplaceOutcome replace(User expected, User replacement, Deadline deadline) {
        requireNonNull(expected, "expected");
        if (!requireNonNull(replacement, "replacement").auraId().equals(expected.auraId())) {
            throw new IllegalArgumentException("replacement must have the auraId of expected");
        }
        Deadlines.check(deadline);
        synchronized (rows) {
            if (unexpired(expected.auraId())
                    .filter(stored -> stored.registeredAt().equals(expected.registeredAt()))
                    .filter(stored -> hasAuthorizationOf(stored, expected))
                    .isEmpty()) {
                return ReplaceOutcome.CHANGED_MEANWHILE;
            }
            if (rows.find(replacement.registration().authorizationId())
                    .filter(unexpired())
                    .filter(holder -> !holder.auraId().equals(expected.auraId()))
                    .isPresent()) {
                return ReplaceOutcome.AUTHORIZATION_TAKEN;
            }
            rows.put(replacement);
            return ReplaceOutcome.REPLACED;
        }
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, RemovalCondition condition, Deadline deadline) {
        requireNonNull(auraId, "auraId");
        boolean always = requireNonNull(condition, "condition") == RemovalCondition.ALWAYS;
        return removed(auraId, always ? user -> true : unexpired().negate(), deadline);
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline) {
        requireNonNull(auraId, "auraId");
        requireNonNull(owner, "owner");
        return removed(auraId, user -> user.registration().userId().equals(owner), deadline);
    }

    @Override
    public List<UserRow> findByAuthentication(Authentication authentication, Deadline deadline) {
        requireNonNull(authentication, "authentication");
        List<String> forms = authentication.storedForms();
        return found(
                user -> user.registration().authentication().type() == authentication.type()
                        && forms.contains(user.registration().authentication().identifier()),
                deadline);
    }

    @Override
    public List<UserRow> findByUserId(String userId, Deadline deadline) {
        requireNonNull(userId, "userId");
        return found(user -> user.registration().userId().value().equals(userId), deadline);
    }

    @Override
    public RemoveOutcome remove(UserRow row, Deadline deadline) {
        return remove(new AuraId(requireNonNull(row, "row").key()), RemovalCondition.ALWAYS, deadline);
    }

    @Override
    public void note(AuraId auraId, Instant at, Duration interval) {
        requireNonNull(auraId, "auraId");
        requireNonNull(at, "at");
        requireNonNull(interval, "interval");
        synchronized (rows) {
            unexpired(auraId)
                    .filter(user -> !user.lastAccess().plus(interval).isAfter(at))
                    .ifPresent(user -> rows.access(user, at));
        }
    }

    private RemoveOutcome removed(AuraId auraId, Predicate<User> condition, Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (rows) {
            Optional<User> stored = rows.find(auraId).filter(condition);
            stored.ifPresent(rows::remove);
            return stored.isPresent() ? RemoveOutcome.REMOVED : RemoveOutcome.ABSENT;
        }
    }

    private List<UserRow> found(Predicate<User> condition, Deadline deadline) {
        return all(condition, deadline).stream().map(InMemoryUserStore::row).toList();
    }

    /** In this store the auraId is the key of a row. */
    private static UserRow row(User user) {
        return UserRow.of(user.auraId().value(), user);
    }

    private List<User> all(Predicate<User> condition, Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (rows) {
            return rows.all(condition).toList();
        }
    }

    private Optional<User> unexpired(AuraId auraId) {
        return rows.find(auraId).filter(unexpired());
    }

    private Predicate<User> unexpired() {
        Instant now = clock.instant();
        return user -> !user.isExpiredAt(now);
    }

    private static boolean hasAuthorizationOf(User one, User other) {
        return one.registration().authorizationId().equals(other.registration().authorizationId());
    }
}
