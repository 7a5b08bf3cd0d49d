package io.github.auraauth.port.in.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The outcome of a login, or of a step of one. */
public sealed interface LoginResult {
    /** Calls the one function that fits. */
    <R> R fold(
            Function<BegunSession, ? extends R> begun,
            Function<PendingSecondFactor, ? extends R> secondFactorNeeded,
            Supplier<? extends R> refused,
            Function<Duration, ? extends R> throttled);

    /** A session has begun. */
    record Begun(BegunSession session) implements LoginResult {
        public Begun {
            requireNonNull(session, "session");
        }

        @Override
        public <R> R fold(
                Function<BegunSession, ? extends R> begun,
                Function<PendingSecondFactor, ? extends R> secondFactorNeeded,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled) {
            return begun.apply(session);
        }
    }

    /**
     * The password was right, and a second factor is still to be shown; in a further step, that the one that was shown is not good,
     * and that another may be tried.
     */
    record SecondFactorNeeded(PendingSecondFactor pending) implements LoginResult {
        public SecondFactorNeeded {
            requireNonNull(pending, "pending");
        }

        @Override
        public <R> R fold(
                Function<BegunSession, ? extends R> begun,
                Function<PendingSecondFactor, ? extends R> secondFactorNeeded,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled) {
            return secondFactorNeeded.apply(pending);
        }
    }

    /** It failed, and has to begin anew: unknown, wrong, ended, tried too often and deactivated are one. */
    record Refused() implements LoginResult {
        @Override
        public <R> R fold(
                Function<BegunSession, ? extends R> begun,
                Function<PendingSecondFactor, ? extends R> secondFactorNeeded,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled) {
            return refused.get();
        }
    }

    /**
     * Nobody looked: too many have failed before, or too many are being looked at.
     *
     * @param pause after which it is worth trying again
     */
    record Throttled(Duration pause) implements LoginResult {
        public Throttled {
            requireNonNull(pause, "pause");
        }

        @Override
        public <R> R fold(
                Function<BegunSession, ? extends R> begun,
                Function<PendingSecondFactor, ? extends R> secondFactorNeeded,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled) {
            return throttled.apply(pause);
        }
    }

    /**
     * A login that waits for a second factor.
     *
     * @param secret that it goes on with, for five minutes and five tries
     * @param kinds that the account has
     */
    record PendingSecondFactor(Secret secret, Set<SecondFactorKind> kinds) {
        public PendingSecondFactor {
            requireNonNull(secret, "secret");
            kinds = Set.copyOf(kinds);
        }
    }
}
