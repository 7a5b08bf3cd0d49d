package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.usecase.session.SignedIn;
import java.util.Optional;

/**
 * A browser that comes with an authorization request, or back to one.
 *
 * @param handle where the request is kept; absent where it is not
 * @param person who is logged in
 */
record Visit(KeptRequest request, Optional<Secret> handle, Optional<SignedIn> person, Answer answer) {

    /** Ends the waiting, where there was any; false when somebody else has. */
    boolean end(WaitingRequests requests, Deadline deadline) {
        return handle.isEmpty() || requests.end(handle.get(), deadline);
    }

    /** What a person has said to being asked. */
    enum Answer {
        NONE,
        YES,
        NO
    }
}
