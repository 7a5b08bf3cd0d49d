package io.github.auraauth.port.in.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The authentication of calls of the API published in Kernel by the access token that Kernel gave, as the front asks for
 * it. Safe for use by many threads.
 */
public interface KernelAuthentication {
    /**
     * Decides whether a call may go on; a refusal never says why.
     *
     * @throws io.github.auraauth.port.Outage when the keys that Kernel signs with cannot be had
     */
    KernelCallOutcome authenticate(KernelCall call, Deadline deadline);

    /**
     * A call to be decided.
     *
     * @param token empty when there is none, or more than one
     * @param mode what the operation does
     * @param administration whether the operation is one of administrators
     */
    record KernelCall(Optional<Secret> token, AccessMode mode, boolean administration) {
        public KernelCall {
            requireNonNull(token, "token");
            requireNonNull(mode, "mode");
        }
    }

    /** Whether a call is let in. */
    sealed interface KernelCallOutcome {
        /** Calls the one function that fits. */
        <T> T fold(Function<KernelPerson, T> granted, Supplier<T> unauthenticated, Supplier<T> forbidden);

        /** The token is good and has the scope. */
        record Granted(KernelPerson person) implements KernelCallOutcome {
            public Granted {
                requireNonNull(person, "person");
            }

            @Override
            public <T> T fold(Function<KernelPerson, T> granted, Supplier<T> unauthenticated, Supplier<T> forbidden) {
                return granted.apply(person);
            }
        }

        /** There is no good token. */
        record Unauthenticated() implements KernelCallOutcome {
            @Override
            public <T> T fold(Function<KernelPerson, T> granted, Supplier<T> unauthenticated, Supplier<T> forbidden) {
                return unauthenticated.get();
            }
        }

        /** The token is good, its scope or purpose does not reach. */
        record Forbidden() implements KernelCallOutcome {
            @Override
            public <T> T fold(Function<KernelPerson, T> granted, Supplier<T> unauthenticated, Supplier<T> forbidden) {
                return forbidden.get();
            }
        }
    }
}
