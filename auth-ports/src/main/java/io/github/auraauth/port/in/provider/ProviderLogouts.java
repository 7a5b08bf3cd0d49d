package io.github.auraauth.port.in.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The end-session endpoint (OpenID Connect RP-Initiated Logout 1.0). Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface ProviderLogouts {

    /** What comes of a request: where a client proves by a token of this session that it asks, nobody else is asked. */
    LogoutStep begin(LogoutRequest request, Optional<Secret> session, Deadline deadline);

    /** Ends the session, as the person has said. */
    LogoutStep confirm(LogoutRequest request, Optional<Secret> session, Deadline deadline);

    /**
     * A request to end the session, as it came.
     *
     * @param idToken of the login that is to end; it may have expired
     * @param redirectUri where the person wants to be sent afterwards
     */
    record LogoutRequest(
            Optional<Secret> idToken, Optional<String> clientId, Optional<String> redirectUri, Optional<String> state) {
        public LogoutRequest {
            requireNonNull(idToken, "idToken");
            requireNonNull(clientId, "clientId");
            requireNonNull(redirectUri, "redirectUri");
            requireNonNull(state, "state");
        }

        @Override
        public String toString() {
            return "LogoutRequest[redacted]";
        }
    }

    /** What the browser does next. */
    sealed interface LogoutStep {
        /**
         * Calls the one function that fits.
         *
         * @param done with where the browser goes on to; absent where it stays
         */
        <R> R fold(
                Function<Optional<String>, ? extends R> done, Supplier<? extends R> ask, Supplier<? extends R> refuse);

        /** There is no session any more. */
        record Done(Optional<String> onward) implements LogoutStep {
            public Done {
                requireNonNull(onward, "onward");
            }

            @Override
            public <R> R fold(
                    Function<Optional<String>, ? extends R> done,
                    Supplier<? extends R> ask,
                    Supplier<? extends R> refuse) {
                return done.apply(onward);
            }
        }

        /** The person is asked whether they want it. */
        record Ask() implements LogoutStep {
            @Override
            public <R> R fold(
                    Function<Optional<String>, ? extends R> done,
                    Supplier<? extends R> ask,
                    Supplier<? extends R> refuse) {
                return ask.get();
            }
        }

        /** The person is told that the link is not good: it leads where the client has registered nothing. */
        record Refuse() implements LogoutStep {
            @Override
            public <R> R fold(
                    Function<Optional<String>, ? extends R> done,
                    Supplier<? extends R> ask,
                    Supplier<? extends R> refuse) {
                return refuse.get();
            }
        }
    }
}
