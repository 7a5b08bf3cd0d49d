package io.github.auraauth.front.request;

import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** Looks at the credentials of one security scheme of a definition. */
public interface Authenticator {

    /**
     * Prepares for an operation, whose extensions say what it asks of a credential. Called once, at the start.
     *
     * @throws IllegalArgumentException when the definition asks for what this cannot tell
     */
    Check check(Operation operation);

    /** Whether a request carries a credential of this scheme, good or bad. */
    boolean isPresented(RequestHead head);

    /** What decides whether a request of one operation may go on. Safe for use by many threads. */
    @FunctionalInterface
    interface Check {
        /**
         * Who makes the request, where that can be told without waiting for anything; empty says nothing of the credential:
         * {@link #authenticate} decides.
         */
        default Optional<Principal> recognize(RequestHead head) {
            return Optional.empty();
        }

        /**
         * @return who the credential proves the caller to be
         * @throws io.github.auraauth.front.response.ResponseException with one response for every reason why there is no
         *     good credential
         * @throws io.github.auraauth.port.Outage when a dependency is needed and away
         */
        Principal authenticate(RequestHead head, Deadline deadline);
    }
}
