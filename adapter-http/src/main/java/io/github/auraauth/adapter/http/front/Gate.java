package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.port.in.AuthenticateApiKey;
import io.github.auraauth.port.in.AuthenticateApiKey.ApiKeyCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;

/** Lets those in whose APIKey is good for the operation. */
public final class Gate {
    private final AuthenticateApiKey keys;

    public Gate(AuthenticateApiKey keys) {
        this.keys = keys;
    }

    /**
     * @param path relative to the base path
     * @throws Refusal with one answer for every reason why there is no good key
     */
    void admit(Operation operation, HttpServletRequest request, Source source, RequestPath path) {
        if (operation.access().isEmpty()) {
            return;
        }
        ApiKeyCall call = new ApiKeyCall(
                authorization(request), source.address(), operation.access().get(), path);
        Optional<Answer> refused = keys.authenticate(call)
                .fold(
                        identity -> Optional.empty(),
                        () -> Optional.of(ErrorCode.UNAUTHENTICATED.answer()),
                        () -> Optional.of(ErrorCode.FORBIDDEN.answer()));
        if (refused.isPresent()) {
            throw new Refusal(refused.get());
        }
    }

    private static Optional<String> authorization(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders("Authorization");
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        String only = values.nextElement();
        return values.hasMoreElements() ? Optional.empty() : Optional.of(only);
    }
}
