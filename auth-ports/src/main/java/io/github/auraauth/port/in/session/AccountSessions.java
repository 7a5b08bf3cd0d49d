package io.github.auraauth.port.in.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Logging in and out with a password. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface AccountSessions {

    /** Verifies the password and begins a session with a secret of its own; the one that was there before ends. */
    LoginResult logIn(Login login, Deadline deadline);

    /** Ends a session; does nothing when it is none. */
    void logOut(Secret session, Deadline deadline);

    /**
     * What somebody logs in with.
     *
     * @param username as it was given, in whatever spelling
     * @param source who calls: an address, or a network that one caller may own whole
     * @param before secret of the session that the browser carries already
     */
    record Login(String username, Secret password, String source, Optional<Secret> before) {
        public Login {
            requireNonNull(username, "username");
            requireNonNull(password, "password");
            requireNonNull(source, "source");
            requireNonNull(before, "before");
        }

        @Override
        public String toString() {
            return "Login[redacted]";
        }
    }

    /** What came of a login. */
    sealed interface LoginResult {
        /** Calls the one function that fits. */
        <T> T fold(BiFunction<Secret, Caller, T> begun, Supplier<T> refused, Function<Duration, T> throttled);

        /** A session has begun. */
        record Begun(Secret session, Caller caller) implements LoginResult {
            @Override
            public <T> T fold(
                    BiFunction<Secret, Caller, T> begun, Supplier<T> refused, Function<Duration, T> throttled) {
                return begun.apply(session, caller);
            }
        }

        /** User name and password do not belong together, or the account is not active; nobody is told which. */
        record Refused() implements LoginResult {
            @Override
            public <T> T fold(
                    BiFunction<Secret, Caller, T> begun, Supplier<T> refused, Function<Duration, T> throttled) {
                return refused.get();
            }
        }

        /**
         * Nobody looked: too many have failed before, or too many are being looked at.
         *
         * @param pause after which it is worth trying again
         */
        record Throttled(Duration pause) implements LoginResult {
            @Override
            public <T> T fold(
                    BiFunction<Secret, Caller, T> begun, Supplier<T> refused, Function<Duration, T> throttled) {
                return throttled.apply(pause);
            }
        }
    }
}
