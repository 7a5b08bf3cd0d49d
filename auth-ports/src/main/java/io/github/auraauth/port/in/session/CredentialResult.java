package io.github.auraauth.port.in.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether a credential of an account is good.
 *
 * @param <T> what a good one gives
 */
public sealed interface CredentialResult<T> {

    /** Calls the one function that fits. */
    <R> R fold(
            Function<? super T, ? extends R> accepted,
            Supplier<? extends R> refused,
            Function<Duration, ? extends R> throttled);

    /** It is. */
    record Accepted<T>(T value) implements CredentialResult<T> {
        public Accepted {
            requireNonNull(value, "value");
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> accepted,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled) {
            return accepted.apply(value);
        }
    }

    /** It is not, for whatever reason: unknown, wrong, ended and deactivated are one. */
    record Refused<T>() implements CredentialResult<T> {
        @Override
        public <R> R fold(
                Function<? super T, ? extends R> accepted,
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
    record Throttled<T>(Duration pause) implements CredentialResult<T> {
        public Throttled {
            requireNonNull(pause, "pause");
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> accepted,
                Supplier<? extends R> refused,
                Function<Duration, ? extends R> throttled) {
            return throttled.apply(pause);
        }
    }
}
