package io.github.auraauth.port.in.apikey;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** The authentication of calls by APIKey, as the front of the API asks for it. Safe for use by many threads. */
public interface ApiKeyAuthentication {

    /** Decides whether a call may go on. Throws no outage: what cannot be known is a refusal of its own. */
    AuthenticationResult<GrantedIdentity> authenticate(ApiKeyCall call, Deadline deadline);

    /**
     * Who makes the call, where its key was good a short while ago and nothing need be asked to know that it still is; waits
     * for nothing. Empty says nothing of the key: {@link #authenticate} decides.
     */
    default Optional<GrantedIdentity> recognize(ApiKeyCall call) {
        return Optional.empty();
    }

    /**
     * A call to be decided.
     *
     * @param authorization the header's value; empty when it is missing or stands there more than once
     * @param source who calls, for the throttle: an address, or a network that one caller may own whole
     * @param path relative to the API's base path
     */
    record ApiKeyCall(Optional<String> authorization, String source, RequiredAccess needed, RequestPath path) {
        @Override
        public String toString() {
            return "ApiKeyCall[redacted]";
        }
    }
}
