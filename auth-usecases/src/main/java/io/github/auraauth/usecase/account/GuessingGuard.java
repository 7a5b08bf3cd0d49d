package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.session.FailureCount;
import io.github.auraauth.domain.session.GuessingRules;
import io.github.auraauth.domain.session.GuessingRules.Guessed;
import io.github.auraauth.domain.session.LoginAttemptKey;
import io.github.auraauth.domain.session.LoginAttemptKeys;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.LoginLocks.LoginLock;
import io.github.auraauth.port.out.session.LoginFailures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Slows down who guesses passwords: from one source soon, from all sources together later, and hardly those sources from
 * which the account was logged in before. Safe for use by many threads.
 */
public final class GuessingGuard {
    private final LoginFailures failures;
    private final LoginAttemptKeys keys;
    private final InstantSource clock;

    public GuessingGuard(LoginFailures failures, LoginAttemptKeys keys, InstantSource clock) {
        this.failures = failures;
        this.keys = keys;
        this.clock = clock;
    }

    /** A login that is about to be tried. */
    public Attempt attempt(String username, String source) {
        return new Attempt(keys.ofAllSources(username), keys.of(username, source), Guessed.PASSWORD);
    }

    /** A code of a second factor that is about to be tried, of an account whose password was right. */
    public Attempt codeAttempt(String username, String source) {
        return new Attempt(keys.ofCodes(username), keys.ofCodes(username, source), Guessed.CODE);
    }

    /** How sources that are not known are held up. */
    LoginLock lock(String username, Deadline deadline) {
        Instant now = clock.instant();
        FailureCount everywhere = failures.find(keys.ofAllSources(username), deadline);
        boolean current = everywhere
                .lastFailure()
                .filter(last -> now.isBefore(last.plus(GuessingRules.WINDOW)))
                .isPresent();
        return new LoginLock(
                current ? everywhere.failures() : 0,
                everywhere.lastFailure(),
                GuessingRules.pause(Guessed.PASSWORD, FailureCount.NONE, everywhere, now)
                        .map(now::plus));
    }

    /**
     * Forgets failures.
     *
     * @param source whose own are forgotten too; those of others run out by themselves
     */
    void unlock(String username, Optional<String> source, Deadline deadline) {
        failures.clear(keys.ofAllSources(username), deadline);
        failures.clear(keys.ofCodes(username), deadline);
        source.ifPresent(each -> {
            failures.clear(keys.of(username, each), deadline);
            failures.clear(keys.ofCodes(username, each), deadline);
        });
    }

    /** One login, or one step of one. */
    public final class Attempt {
        private final LoginAttemptKey everywhere;
        private final LoginAttemptKey here;
        private final Guessed guessed;

        private Attempt(LoginAttemptKey everywhere, LoginAttemptKey here, Guessed guessed) {
            this.everywhere = everywhere;
            this.here = here;
            this.guessed = guessed;
        }

        /** How long it has to wait; empty when it may be tried now. */
        public Optional<Duration> pause(Deadline deadline) {
            FailureCount fromHere = failures.find(here, deadline);
            return GuessingRules.pause(guessed, fromHere, failures.find(everywhere, deadline), clock.instant());
        }

        public void failed(Deadline deadline) {
            Instant now = clock.instant();
            failures.noteFailure(here, now, now.minus(GuessingRules.WINDOW), deadline);
            failures.noteFailure(everywhere, now, now.minus(guessed.window()), deadline);
        }

        /** The source is known from now on. */
        public void succeeded(Deadline deadline) {
            failures.noteSuccess(here, clock.instant(), deadline);
        }
    }
}
