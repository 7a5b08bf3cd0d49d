package io.github.auraauth.port.in.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a credential of an account is good. */
public sealed interface AccountAuthenticationResult {

    /** Calls the one function that fits. */
    <T> T fold(Function<Caller, T> authenticated, Supplier<T> refused, Function<Duration, T> throttled);

    /** It is. */
    record Authenticated(Caller caller) implements AccountAuthenticationResult {
        public Authenticated {
            requireNonNull(caller, "caller");
        }

        @Override
        public <T> T fold(Function<Caller, T> authenticated, Supplier<T> refused, Function<Duration, T> throttled) {
            return authenticated.apply(caller);
        }
    }

    /** It is not, for whatever reason. */
    record Refused() implements AccountAuthenticationResult {
        @Override
        public <T> T fold(Function<Caller, T> authenticated, Supplier<T> refused, Function<Duration, T> throttled) {
            return refused.get();
        }
    }

    /**
     * Nobody looked: too many have failed before, or too many are being looked at.
     *
     * @param pause after which it is worth trying again
     */
    record Throttled(Duration pause) implements AccountAuthenticationResult {
        public Throttled {
            requireNonNull(pause, "pause");
        }

        @Override
        public <T> T fold(Function<Caller, T> authenticated, Supplier<T> refused, Function<Duration, T> throttled) {
            return throttled.apply(pause);
        }
    }
}
