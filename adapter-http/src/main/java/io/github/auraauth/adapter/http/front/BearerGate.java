package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.definition.OperationKind;
import io.github.auraauth.adapter.http.request.Credential;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.kernel.KernelAuthentication;
import io.github.auraauth.port.in.kernel.KernelAuthentication.KernelCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Lets those in to whom Kernel gave an access token that is good for the operation (RFC 6750). */
public final class BearerGate implements Doorkeeper {
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";

    private static final Answer UNAUTHENTICATED = ErrorCode.UNAUTHENTICATED
            .answer("A valid access token is required")
            .with(
                    CHALLENGE,
                    "Bearer realm=\"fp\", error=\"invalid_token\","
                            + " error_description=\"A valid access token is required\"");

    private static final Answer FORBIDDEN = ErrorCode.FORBIDDEN
            .answer("The access token has not the right to do this")
            .with(
                    CHALLENGE,
                    "Bearer realm=\"fp\", error=\"insufficient_scope\","
                            + " error_description=\"The access token has not the right to do this\"");

    /** No scope would help, and nothing that the caller sends: Kernel must give a token that says more of the person. */
    private static final Answer SAYS_TOO_LITTLE = ErrorCode.FORBIDDEN.answer(
            "Registering needs an access token with authorization_id and authentication_context");

    private final KernelAuthentication callers;

    public BearerGate(KernelAuthentication callers) {
        this.callers = callers;
    }

    @Override
    public Credential admit(
            Operation operation, HttpServletRequest request, Source source, RequestPath path, Deadline deadline) {
        if (operation.access().isEmpty()) {
            return Credential.SILENT;
        }
        KernelPerson person = person(operation, operation.access().get(), request, deadline);
        if (operation.kind() == OperationKind.REGISTER
                && (person.authorizationId().isEmpty()
                        || person.authentication().isEmpty())) {
            throw new Refusal(SAYS_TOO_LITTLE);
        }
        return Credential.of(person);
    }

    private KernelPerson person(
            Operation operation, RequiredAccess access, HttpServletRequest request, Deadline deadline) {
        KernelCall call = new KernelCall(
                Gate.authorization(request).flatMap(BearerGate::token),
                access.mode(),
                operation.endpoint().template().get(0).equals("admin"));
        return callers.authenticate(call, deadline)
                .fold(
                        granted -> granted,
                        () -> {
                            throw new Refusal(UNAUTHENTICATED);
                        },
                        () -> {
                            throw new Refusal(FORBIDDEN);
                        });
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
                && text.chars().allMatch(BearerGate::isOfToken);
        return isOne ? Optional.of(Secret.ofText(text)) : Optional.empty();
    }

    private static boolean isOfToken(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~+/=".indexOf(c) >= 0;
    }
}
