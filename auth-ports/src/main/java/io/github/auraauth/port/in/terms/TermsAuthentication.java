package io.github.auraauth.port.in.terms;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.secret.Secret;

/** The authentication of calls of the terms API by key, as its front asks for it. Safe for use by many threads. */
public interface TermsAuthentication {

    /**
     * Decides whether a call may go on. Who calls is the place of the key in the configured list, from 0 on; who does not
     * get in has none of these keys, or is throttled.
     */
    AuthenticationResult<Integer> authenticate(TermsCall call);

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
}
