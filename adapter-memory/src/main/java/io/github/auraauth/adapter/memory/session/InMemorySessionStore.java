package io.github.auraauth.adapter.memory.session;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.auraauth.adapter.memory.ExpiringValues;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.SessionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Sessions in the memory of one process, gone with it; those that have ended go with the next login. */
public final class InMemorySessionStore implements SessionStore {
    private final ExpiringValues<SessionDigest, Session> sessions;

    /** @param clock by which sessions end */
    public InMemorySessionStore(InstantSource clock) {
        this.sessions = new ExpiringValues<>("digest", "session", Session::isGoodAt, clock);
    }

    @Override
    public void insert(SessionDigest digest, Session session, Deadline deadline) {
        sessions.put(digest, session, deadline);
    }

    @Override
    public Optional<Session> find(SessionDigest digest, Deadline deadline) {
        return sessions.find(digest, deadline);
    }

    @Override
    public Map<SessionDigest, Session> ofAccount(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        return sessions.matching(session -> session.account().equals(account), deadline).entrySet().stream()
                .limit(MOST_GIVEN)
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<SessionDigest, Session> withId(AccountId account, SessionId id, Deadline deadline) {
        requireNonNull(account, "account");
        requireNonNull(id, "id");
        return sessions.matching(
                session -> session.account().equals(account) && session.id().equals(id), deadline);
    }

    @Override
    public void noteUse(SessionDigest digest, Instant at, Deadline deadline) {
        requireNonNull(digest, "digest");
        requireNonNull(at, "at");
        sessions.change(digest, session -> at.isAfter(session.usedAt()), session -> session.withUse(at), deadline);
    }

    @Override
    public boolean delete(SessionDigest digest, Deadline deadline) {
        return sessions.take(digest, deadline).isPresent();
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        sessions.removeIf(session -> session.account().equals(account), deadline);
    }
}
