package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Credential;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.TermsAuthentication;
import io.github.auraauth.port.in.terms.TermsAuthentication.TermsCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;

/** Lets those in who know a key of the terms API; one key is as good as another for every operation. */
public final class TermsGate implements Doorkeeper {
    private static final String HEADER = "x-api-key";
    private static final Answer UNAUTHENTICATED = ErrorCode.UNAUTHENTICATED
            .answer("A valid API key is required")
            .with("WWW-Authenticate", HEADER + " realm=\"tac\"");

    private final TermsAuthentication keys;

    public TermsGate(TermsAuthentication keys) {
        this.keys = keys;
    }

    @Override
    public Credential admit(
            Operation operation, HttpServletRequest request, Source source, RequestPath path, Deadline deadline) {
        if (operation.access().isEmpty()) {
            return Credential.SILENT;
        }
        TermsCall call = new TermsCall(Secret.ofText(presented(request)), source.network());
        return keys.authenticate(call)
                .fold(
                        Credential::at,
                        () -> {
                            throw new Refusal(UNAUTHENTICATED);
                        },
                        () -> {
                            throw Refusal.of(ErrorCode.TOO_MANY_REQUESTS);
                        });
    }

    /** Nothing, which is no key, when the header is missing or stands there more than once. */
    private static String presented(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders(HEADER);
        String only = values.hasMoreElements() ? values.nextElement() : "";
        return values.hasMoreElements() ? "" : only;
    }
}
