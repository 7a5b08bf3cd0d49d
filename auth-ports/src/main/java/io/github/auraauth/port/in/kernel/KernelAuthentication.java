package io.github.auraauth.port.in.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * The authentication of calls of the API published in Kernel by the access token that Kernel gave, as the front asks for
 * it. Safe for use by many threads.
 */
public interface KernelAuthentication {
    /**
     * Decides whether a call may go on; it is refused for want of a good token, or of a right that it gives.
     *
     * @throws io.github.auraauth.port.Outage when the keys that Kernel signs with cannot be had
     */
    AuthenticationResult<KernelPerson> authenticate(KernelCall call, Deadline deadline);

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
}
