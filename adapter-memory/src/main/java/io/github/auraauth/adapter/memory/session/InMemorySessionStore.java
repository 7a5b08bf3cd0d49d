package io.github.auraauth.adapter.memory.session;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.SessionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions in the memory of one process, gone with it; those that have ended go with the next login. */
public final class InMemorySessionStore implements SessionStore {
    private final Map<SessionDigest, Session> sessions = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** @param clock by which sessions end */
    public InMemorySessionStore(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void insert(SessionDigest digest, Session session, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(session, "session");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        sessions.values().removeIf(old -> !old.isGoodAt(now));
        sessions.put(digest, session);
    }

    @Override
    public Optional<Session> find(SessionDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return Optional.ofNullable(sessions.get(digest));
    }

    @Override
    public Map<SessionDigest, Session> ofAccount(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        return sessions.entrySet().stream()
                .filter(entry -> entry.getValue().account().equals(account))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void noteUse(SessionDigest digest, Instant at, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(at, "at");
        Deadlines.check(deadline);
        sessions.computeIfPresent(
                digest, (same, session) -> at.isAfter(session.usedAt()) ? session.withUse(at) : session);
    }

    @Override
    public boolean delete(SessionDigest digest, Deadline deadline) {
        requireNonNull(digest, "digest");
        Deadlines.check(deadline);
        return sessions.remove(digest) != null;
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        sessions.values().removeIf(session -> session.account().equals(account));
    }
}
