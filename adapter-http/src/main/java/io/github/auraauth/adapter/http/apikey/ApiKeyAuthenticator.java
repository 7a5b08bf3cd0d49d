package io.github.auraauth.adapter.http.apikey;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.port.in.apikey.Admission;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Authenticates by an APIKey in the {@code Authorization} header. Which key is good for an operation, {@code x-aura-levels}
 * and {@code x-aura-mode} of the definition say.
 */
public final class ApiKeyAuthenticator implements Authenticator {
    private static final String HEADER = "Authorization";
    private static final Admission.Cases<Principal> CASES = new Cases();

    private final ApiKeyAuthentication keys;

    public ApiKeyAuthenticator(ApiKeyAuthentication keys) {
        this.keys = keys;
    }

    @Override
    public Check check(Operation operation) {
        Set<AccessLevel> levels = new LinkedHashSet<>();
        operation
                .extensions("x-aura-levels")
                .forEach(level -> levels.add(AccessLevel.valueOf(level.toUpperCase(Locale.ROOT))));
        AccessMode mode = AccessMode.parse(operation.extension("x-aura-mode")).orElseThrow();
        RequiredAccess needed = new RequiredAccess(levels, RequiredAccess.AURA_SERVICES, mode);
        return (head, deadline) -> {
            String source = head.source().network();
            ApiKeyCall call = new ApiKeyCall(head.single(HEADER), source, needed, head.path());
            return keys.authenticate(call, deadline).fold(CASES);
        };
    }

    @Override
    public boolean isPresented(RequestHead head) {
        return head.has(HEADER);
    }

    /** Who is let in, and how all others are refused. */
    private static final class Cases implements Admission.Cases<Principal> {
        private static final Response UNAUTHENTICATED = ErrorCode.UNAUTHENTICATED
                .response("A valid APIKey is required")
                .with("WWW-Authenticate", "APIKEY realm=\"aura-services\"");
        private static final Response FORBIDDEN =
                ErrorCode.FORBIDDEN.response("The APIKey has not the right to do this");

        @Override
        public Principal granted(GrantedIdentity identity) {
            return new ApiKeyHolder(identity);
        }

        @Override
        public Principal unauthenticated() {
            throw new ResponseException(UNAUTHENTICATED);
        }

        @Override
        public Principal forbidden() {
            throw new ResponseException(FORBIDDEN);
        }

        @Override
        public Principal throttled() {
            throw ResponseException.of(ErrorCode.TOO_MANY_REQUESTS);
        }

        @Override
        public Principal undecided() {
            throw ResponseException.of(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }
}
