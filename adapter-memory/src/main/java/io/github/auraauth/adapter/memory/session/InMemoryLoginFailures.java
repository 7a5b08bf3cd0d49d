package io.github.auraauth.adapter.memory.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.session.FailureCount;
import io.github.auraauth.domain.session.LoginAttemptKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.LoginFailures;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Failed logins in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryLoginFailures implements LoginFailures {
    private final Map<LoginAttemptKey, Noted> notes = new HashMap<>();
    private final InstantSource clock;

    /** @param clock by which they are forgotten */
    public InMemoryLoginFailures(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public FailureCount find(LoginAttemptKey key, Deadline deadline) {
        requireNonNull(key, "key");
        Deadlines.check(deadline);
        synchronized (notes) {
            return notes.getOrDefault(key, Noted.NOTHING).count();
        }
    }

    @Override
    public void noteFailure(LoginAttemptKey key, Instant at, Instant since, Deadline deadline) {
        requireNonNull(key, "key");
        requireNonNull(at, "at");
        requireNonNull(since, "since");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        synchronized (notes) {
            notes.values().removeIf(note -> note.isForgottenAt(now));
            notes.merge(key, Noted.NOTHING.failed(at, since), (note, first) -> note.failed(at, since));
        }
    }

    @Override
    public void noteSuccess(LoginAttemptKey key, Instant at, Deadline deadline) {
        requireNonNull(key, "key");
        requireNonNull(at, "at");
        Deadlines.check(deadline);
        synchronized (notes) {
            notes.merge(key, Noted.NOTHING.succeeded(at), (note, first) -> note.succeeded(at));
        }
    }

    @Override
    public void clear(LoginAttemptKey key, Deadline deadline) {
        requireNonNull(key, "key");
        Deadlines.check(deadline);
        synchronized (notes) {
            notes.computeIfPresent(key, (same, note) -> note.cleared());
        }
    }

    /** What is noted of one key: the count, and when it began. */
    private record Noted(FailureCount count, Optional<Instant> begun) {
        static final Noted NOTHING = new Noted(FailureCount.NONE, Optional.empty());

        Noted failed(Instant at, Instant since) {
            boolean goesOn = begun.filter(first -> !first.isBefore(since)).isPresent();
            return goesOn
                    ? of(count.failures() + 1, latest(count.lastFailure(), at), begun)
                    : of(1, Optional.of(at), Optional.of(at));
        }

        Noted succeeded(Instant at) {
            var success = new FailureCount(0, Optional.empty(), latest(count.lastSuccess(), at));
            return new Noted(success, Optional.empty());
        }

        Noted cleared() {
            return of(0, Optional.empty(), Optional.empty());
        }

        boolean isForgottenAt(Instant now) {
            return count.lastFailure()
                            .filter(last -> now.isBefore(last.plus(FailureCount.FAILURE_KEPT)))
                            .isEmpty()
                    && count.lastSuccess()
                            .filter(last -> now.isBefore(last.plus(FailureCount.SUCCESS_KEPT)))
                            .isEmpty();
        }

        private Noted of(int failures, Optional<Instant> lastFailure, Optional<Instant> since) {
            return new Noted(new FailureCount(failures, lastFailure, count.lastSuccess()), since);
        }

        private static Optional<Instant> latest(Optional<Instant> noted, Instant at) {
            return noted.filter(at::isBefore).or(() -> Optional.of(at));
        }
    }
}
