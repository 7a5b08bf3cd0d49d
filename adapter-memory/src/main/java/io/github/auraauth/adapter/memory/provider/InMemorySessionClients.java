package io.github.auraauth.adapter.memory.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.SessionClients;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The clients of sessions in the memory of one process; every call is atomic under one lock, and notes forget what is over. */
public final class InMemorySessionClients implements SessionClients {
    private final Map<SessionId, Note> notes = new HashMap<>();
    private final InstantSource clock;

    /** @param clock by which notes are forgotten */
    public InMemorySessionClients(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void note(SessionId session, AccountId account, ClientId client, Instant until, Deadline deadline) {
        requireNonNull(session, "session");
        Note added = new Note(
                requireNonNull(account, "account"),
                Set.of(requireNonNull(client, "client")),
                requireNonNull(until, "until"));
        Deadlines.check(deadline);
        Instant now = clock.instant();
        synchronized (notes) {
            notes.values().removeIf(note -> !now.isBefore(note.until));
            notes.merge(session, added, InMemorySessionClients::sum);
        }
    }

    @Override
    public void extend(SessionId session, Instant until, Deadline deadline) {
        requireNonNull(session, "session");
        requireNonNull(until, "until");
        Deadlines.check(deadline);
        synchronized (notes) {
            notes.computeIfPresent(
                    session, (same, note) -> new Note(note.account, note.clients, later(note.until, until)));
        }
    }

    @Override
    public Set<ClientId> ofSession(SessionId session, Deadline deadline) {
        requireNonNull(session, "session");
        Deadlines.check(deadline);
        synchronized (notes) {
            Note note = notes.get(session);
            return note == null ? Set.of() : note.clients;
        }
    }

    @Override
    public Map<SessionId, Set<ClientId>> ofAccount(AccountId account, Deadline deadline) {
        requireNonNull(account, "account");
        Deadlines.check(deadline);
        Map<SessionId, Set<ClientId>> found = new HashMap<>();
        synchronized (notes) {
            notes.forEach((session, note) -> {
                if (note.account.equals(account)) {
                    found.put(session, note.clients);
                }
            });
        }
        return Map.copyOf(found);
    }

    @Override
    public void forget(SessionId session, Set<ClientId> told, Deadline deadline) {
        requireNonNull(session, "session");
        requireNonNull(told, "told");
        Deadlines.check(deadline);
        synchronized (notes) {
            notes.computeIfPresent(session, (same, note) -> {
                Set<ClientId> left = new HashSet<>(note.clients);
                left.removeAll(told);
                return left.isEmpty() ? null : new Note(note.account, Set.copyOf(left), note.until);
            });
        }
    }

    private static Note sum(Note before, Note added) {
        Set<ClientId> clients = new HashSet<>(before.clients);
        clients.addAll(added.clients);
        return new Note(before.account, Set.copyOf(clients), later(before.until, added.until));
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }

    private record Note(AccountId account, Set<ClientId> clients, Instant until) {}
}
