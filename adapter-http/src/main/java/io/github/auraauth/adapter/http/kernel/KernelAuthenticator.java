package io.github.auraauth.adapter.http.kernel;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.response.AuthenticationErrors;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.port.in.kernel.KernelAuthentication;
import io.github.auraauth.port.in.kernel.KernelAuthentication.KernelCall;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authenticates by an access token that Kernel gave and that is good for the operation (RFC 6750). */
public final class KernelAuthenticator implements Authenticator {
    private static final String HEADER = "Authorization";
    private static final Pattern BEARER_TOKEN = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");
    private static final String CHALLENGE = "WWW-Authenticate";

    private static final AuthenticationErrors ERRORS = new AuthenticationErrors(
            ErrorCode.UNAUTHENTICATED
                    .response("A valid access token is required")
                    .with(
                            CHALLENGE,
                            "Bearer realm=\"fp\", error=\"invalid_token\","
                                    + " error_description=\"A valid access token is required\""),
            ErrorCode.FORBIDDEN
                    .response("The access token has not the right to do this")
                    .with(
                            CHALLENGE,
                            "Bearer realm=\"fp\", error=\"insufficient_scope\","
                                    + " error_description=\"The access token has not the right to do this\""));

    /** No other scope would help: the token lacks claims that Kernel must put into it. */
    private static final Response SAYS_TOO_LITTLE = ErrorCode.FORBIDDEN.response(
            "Registering needs an access token with authorization_id and authentication_context");

    private final KernelAuthentication callers;

    public KernelAuthenticator(KernelAuthentication callers) {
        this.callers = callers;
    }

    @Override
    public Check check(Operation operation) {
        AccessMode mode = AccessMode.parse(operation.extension("x-aura-mode")).orElseThrow();
        boolean administration = operation.mapping().template().get(0).equals("admin");
        boolean registers = operation.extension("x-aura-kind").equals("register");
        return (head, deadline) -> {
            Optional<Secret> token = head.single(HEADER).flatMap(KernelAuthenticator::token);
            KernelCall call = new KernelCall(token, mode, administration);
            KernelPerson person = ERRORS.caller(callers.authenticate(call, deadline));
            if (registers
                    && (person.authorizationId().isEmpty()
                            || person.authentication().isEmpty())) {
                throw new ResponseException(SAYS_TOO_LITTLE);
            }
            return new KernelCaller(person);
        };
    }

    @Override
    public boolean isPresented(RequestHead head) {
        return head.has(HEADER);
    }

    /** The token after the scheme, whose case does not matter; empty where it is not a token68 (RFC 9110, section 11.2). */
    private static Optional<Secret> token(String authorization) {
        Matcher header = BEARER_TOKEN.matcher(authorization);
        return header.matches() ? Optional.of(Secret.ofText(header.group(1))) : Optional.empty();
    }
}
