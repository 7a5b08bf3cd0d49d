package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.FailureCount;
import io.github.auraauth.domain.session.GuessingRules;
import io.github.auraauth.domain.session.LoginAttemptKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.LoginFailures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Slows down who guesses passwords: from one source soon, from all sources together later, and never those sources from
 * which the account was logged in before. Names and sources are kept as keyed digests. Safe for use by many threads.
 */
public final class GuessingGuard {
    private final LoginFailures failures;
    private final KeyedDigest digest;
    private final InstantSource clock;

    /** @param seed {@code AURA_SEED_ID} */
    public GuessingGuard(LoginFailures failures, Secret seed, InstantSource clock) {
        this.failures = failures;
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/login-attempt/v1");
        this.clock = clock;
    }

    /** A login that is about to be tried. */
    public Attempt attempt(String username, String source) {
        return new Attempt(
                everywhere(username), new LoginAttemptKey(digest.hex("source\n" + source + '\n' + username)));
    }

    /** Forgets the failures of a name from all sources together; those of single sources run out by themselves. */
    public void unlock(String username, Deadline deadline) {
        failures.clear(everywhere(username), deadline);
    }

    private LoginAttemptKey everywhere(String username) {
        return new LoginAttemptKey(digest.hex("name\n" + username));
    }

    /** One login. */
    final class Attempt {
        private final LoginAttemptKey everywhere;
        private final LoginAttemptKey here;

        private Attempt(LoginAttemptKey everywhere, LoginAttemptKey here) {
            this.everywhere = everywhere;
            this.here = here;
        }

        /** How long it has to wait; empty when it may be tried now. */
        Optional<Duration> pause(Deadline deadline) {
            FailureCount fromHere = failures.find(here, deadline);
            return GuessingRules.pause(fromHere, failures.find(everywhere, deadline), clock.instant());
        }

        void failed(Deadline deadline) {
            Instant now = clock.instant();
            Instant since = now.minus(GuessingRules.WINDOW);
            failures.noteFailure(here, now, since, deadline);
            failures.noteFailure(everywhere, now, since, deadline);
        }

        void succeeded(Deadline deadline) {
            failures.noteSuccess(here, clock.instant(), deadline);
        }
    }
}
