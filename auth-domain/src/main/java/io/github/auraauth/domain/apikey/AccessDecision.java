package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a call may go on: an identity, or one of two refusals that say nothing of the reason. */
public sealed interface AccessDecision {

    /** Calls the one function that fits. */
    <T> T fold(Function<GrantedIdentity, T> granted, Supplier<T> unauthenticated, Supplier<T> forbidden);

    /** The key is good and has the right. */
    record Granted(GrantedIdentity identity) implements AccessDecision {
        public Granted {
            requireNonNull(identity, "identity");
        }

        @Override
        public <T> T fold(Function<GrantedIdentity, T> granted, Supplier<T> unauthenticated, Supplier<T> forbidden) {
            return granted.apply(identity);
        }
    }

    /** There is no good key; why is never told. */
    record Unauthenticated() implements AccessDecision {
        @Override
        public <T> T fold(Function<GrantedIdentity, T> granted, Supplier<T> unauthenticated, Supplier<T> forbidden) {
            return unauthenticated.get();
        }
    }

    /** The key is good, its rights do not reach. */
    record Forbidden() implements AccessDecision {
        @Override
        public <T> T fold(Function<GrantedIdentity, T> granted, Supplier<T> unauthenticated, Supplier<T> forbidden) {
            return forbidden.get();
        }
    }
}
