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

/** Authenticates by an access token that Kernel gave and that is good for the operation (RFC 6750). */
public final class KernelAuthenticator implements Authenticator {
    private static final String HEADER = "Authorization";
    private static final String SCHEME = "Bearer ";
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

    /** No scope would help, and nothing that the caller sends: Kernel must give a token that says more of the person. */
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

    /** The token behind the scheme, whose case does not matter, and its spaces; what is no token68 is none. */
    private static Optional<Secret> token(String authorization) {
        int start = Math.min(SCHEME.length(), authorization.length());
        while (start < authorization.length() && authorization.charAt(start) == ' ') {
            start++;
        }
        String text = authorization.substring(start);
        boolean isOne = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && !text.isEmpty()
                && text.chars().allMatch(KernelAuthenticator::isOfToken);
        return isOne ? Optional.of(Secret.ofText(text)) : Optional.empty();
    }

    private static boolean isOfToken(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~+/=".indexOf(c) >= 0;
    }
}
