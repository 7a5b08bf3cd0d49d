package io.github.auraauth.port.in.terms;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The authentication of calls of the terms API by key, as its front asks for it. Safe for use by many threads. */
public interface TermsAuthentication {

    /** Decides whether a call may go on; a refusal never says why. */
    TermsCallOutcome authenticate(TermsCall call);

    /**
     * A call to be decided.
     *
     * @param key empty when there is none, or more than one
     * @param source who calls, for the throttle: an address, or a network that one caller may own whole
     */
    record TermsCall(Secret key, String source) {
        public TermsCall {
            requireNonNull(key, "key");
            requireNonNull(source, "source");
        }
    }

    /** Whether a call is let in. */
    sealed interface TermsCallOutcome {
        /** Calls the one function that fits. */
        <T> T fold(IntFunction<T> granted, Supplier<T> unauthenticated, Supplier<T> throttled);

        /**
         * The key is one of those configured.
         *
         * @param place of the key in the configured list, from 0 on
         */
        record Granted(int place) implements TermsCallOutcome {
            @Override
            public <T> T fold(IntFunction<T> granted, Supplier<T> unauthenticated, Supplier<T> throttled) {
                return granted.apply(place);
            }
        }

        /** The key is none of them. */
        record Unauthenticated() implements TermsCallOutcome {
            @Override
            public <T> T fold(IntFunction<T> granted, Supplier<T> unauthenticated, Supplier<T> throttled) {
                return unauthenticated.get();
            }
        }

        /** The source has failed too often, and the key is none of them, or one so short that it may have been guessed. */
        record Throttled() implements TermsCallOutcome {
            @Override
            public <T> T fold(IntFunction<T> granted, Supplier<T> unauthenticated, Supplier<T> throttled) {
                return throttled.get();
            }
        }
    }
}
