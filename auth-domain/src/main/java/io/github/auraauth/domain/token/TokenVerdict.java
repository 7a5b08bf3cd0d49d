package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;

/**
 * The verdict on a token.
 *
 * @param <T> what is known by it
 */
public sealed interface TokenVerdict<T> {
    /** Calls the one function that fits. */
    <R> R fold(Function<? super T, ? extends R> believed, Function<TokenRefusal, ? extends R> refused);

    /** The next check, where this one was passed. */
    default <U> TokenVerdict<U> then(Function<? super T, TokenVerdict<U>> next) {
        return fold(next, Refused::new);
    }

    /** Believed where there is a value, else refused for that reason. */
    static <T> TokenVerdict<T> of(Optional<T> value, TokenRefusal otherwise) {
        return value.<TokenVerdict<T>>map(Believed::new).orElseGet(() -> new Refused<>(otherwise));
    }

    /** The token is good. */
    record Believed<T>(T value) implements TokenVerdict<T> {
        public Believed {
            requireNonNull(value, "value");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> believed, Function<TokenRefusal, ? extends R> refused) {
            return believed.apply(value);
        }

        @Override
        public String toString() {
            return "Believed[redacted]";
        }
    }

    /** The token is not taken. */
    record Refused<T>(TokenRefusal reason) implements TokenVerdict<T> {
        public Refused {
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> believed, Function<TokenRefusal, ? extends R> refused) {
            return refused.apply(reason);
        }
    }
}
