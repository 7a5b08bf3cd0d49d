package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * The outcome of a client's request: what it was to give, or why not.
 *
 * @param <T> what it gives
 */
public sealed interface OAuthResult<T> {

    static <T> OAuthResult<T> done(T value) {
        return new Done<>(value);
    }

    static <T> OAuthResult<T> refused(OAuthFault fault) {
        return new Refused<>(fault);
    }

    static <T> OAuthResult<T> refused(OAuthError error, String description) {
        return new Refused<>(new OAuthFault(error, description));
    }

    /** Calls the one function that fits. */
    <R> R fold(Function<? super T, ? extends R> done, Function<OAuthFault, ? extends R> refused);

    /** What comes of the next step, where this one was done. */
    default <R> OAuthResult<R> then(Function<? super T, OAuthResult<R>> next) {
        return fold(next, OAuthResult::refused);
    }

    /** It was done. */
    record Done<T>(T value) implements OAuthResult<T> {
        public Done {
            requireNonNull(value, "value");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<OAuthFault, ? extends R> refused) {
            return done.apply(value);
        }
    }

    /** It was not. */
    record Refused<T>(OAuthFault fault) implements OAuthResult<T> {
        public Refused {
            requireNonNull(fault, "fault");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> done, Function<OAuthFault, ? extends R> refused) {
            return refused.apply(fault);
        }
    }
}
