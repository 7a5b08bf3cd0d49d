package io.github.auraauth.adapter.http.apikey;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.response.AuthenticationErrors;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Authenticates by an APIKey in the {@code Authorization} header. Which key is good for an operation, {@code x-aura-levels}
 * and {@code x-aura-mode} of the definition say.
 */
public final class ApiKeyAuthenticator implements Authenticator {
    private static final String HEADER = "Authorization";
    private static final AuthenticationErrors ERRORS = new AuthenticationErrors(
            ErrorCode.UNAUTHENTICATED
                    .response("A valid APIKey is required")
                    .with("WWW-Authenticate", "APIKEY realm=\"aura-services\""),
            ErrorCode.FORBIDDEN.response("The APIKey has not the right to do this"));

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
        return new Check() {
            @Override
            public Optional<Principal> recognize(RequestHead head) {
                return keys.recognize(call(head, needed)).map(ApiKeyHolder::new);
            }

            @Override
            public Principal authenticate(RequestHead head, Deadline deadline) {
                return new ApiKeyHolder(ERRORS.caller(keys.authenticate(call(head, needed), deadline)));
            }
        };
    }

    private static ApiKeyCall call(RequestHead head, RequiredAccess needed) {
        return new ApiKeyCall(head.single(HEADER), head.source().network(), needed, head.path());
    }

    @Override
    public boolean isPresented(RequestHead head) {
        return head.has(HEADER);
    }
}
