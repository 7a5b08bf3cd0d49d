package io.github.auraauth.port.in.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.GrantedIdentity;

/** Whether a call is let in. No case says why a key was refused. */
public sealed interface Admission {

    /** Calls the one method that fits. */
    <T> T fold(Cases<T> cases);

    /** What to make of each case. */
    interface Cases<T> {
        /** The key is good and has the right. */
        T granted(GrantedIdentity identity);

        /** There is no good key. */
        T unauthenticated();

        /** The key is good, its rights do not reach. */
        T forbidden();

        /** The source has failed too often, and the key is neither a good one of version 2 nor known to be good. */
        T throttled();

        /** The key would be good, but whether it is registered or revoked cannot be known at the moment. */
        T undecided();
    }

    /** @see Cases#granted */
    record Granted(GrantedIdentity identity) implements Admission {
        public Granted {
            requireNonNull(identity, "identity");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.granted(identity);
        }
    }

    /** @see Cases#unauthenticated */
    record Unauthenticated() implements Admission {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unauthenticated();
        }
    }

    /** @see Cases#forbidden */
    record Forbidden() implements Admission {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.forbidden();
        }
    }

    /** @see Cases#throttled */
    record Throttled() implements Admission {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.throttled();
        }
    }

    /** @see Cases#undecided */
    record Undecided() implements Admission {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.undecided();
        }
    }
}
