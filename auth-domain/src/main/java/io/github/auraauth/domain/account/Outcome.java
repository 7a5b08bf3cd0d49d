package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * The outcome of a request: what it was to give, or why it was refused.
 *
 * @param <T> what it gives
 */
public sealed interface Outcome<T> {

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Outcome<T> refused(Refusal.Reason reason) {
        return new Refused<>(Refusal.of(reason));
    }

    /** Calls the one function that fits. */
    <R> R fold(Function<? super T, ? extends R> done, Function<Refusal, ? extends R> refused);

    /** The same with another value, where it was done. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> done(change.apply(value)), Outcome::refused);
    }

    /** What comes of the next step, where this one was done. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return fold(next, Outcome::refused);
    }

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {
        public Done {
            requireNonNull(value, "value");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<Refusal, ? extends R> refused) {
            return done.apply(value);
        }
    }

    /** It was not. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {
        public Refused {
            requireNonNull(refusal, "refusal");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<Refusal, ? extends R> refused) {
            return refused.apply(refusal);
        }
    }
}
