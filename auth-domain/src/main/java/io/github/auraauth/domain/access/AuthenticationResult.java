package io.github.auraauth.domain.access;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * Whether a call may go on: who calls, or a refusal that says nothing of what is wrong with a credential.
 *
 * @param <T> who calls
 */
public sealed interface AuthenticationResult<T> {

    /** Calls the one function that fits. */
    <R> R fold(Function<? super T, ? extends R> granted, Function<Refusal, ? extends R> refused);

    /** One that refuses. */
    static <T> AuthenticationResult<T> refused(Refusal reason) {
        return new Refused<>(reason);
    }

    /** Why a call may not go on; not every API has every case. */
    enum Refusal {
        /** There is no good credential. */
        UNAUTHENTICATED,
        /** The credential is good, its rights do not reach. */
        FORBIDDEN,
        /** The source has failed too often, and the credential is none that it cannot have guessed. */
        THROTTLED,
        /** The credential would be good, but whether it is registered or revoked cannot be known at the moment. */
        UNDECIDED
    }

    /** The credential is good and has the right. */
    record Granted<T>(T caller) implements AuthenticationResult<T> {
        public Granted {
            requireNonNull(caller, "caller");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> granted, Function<Refusal, ? extends R> refused) {
            return granted.apply(caller);
        }
    }

    /** The call may not go on. */
    record Refused<T>(Refusal reason) implements AuthenticationResult<T> {
        public Refused {
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R fold(Function<? super T, ? extends R> granted, Function<Refusal, ? extends R> refused) {
            return refused.apply(reason);
        }
    }
}
