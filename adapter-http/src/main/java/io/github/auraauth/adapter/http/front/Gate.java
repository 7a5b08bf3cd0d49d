package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Credential;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.Admission;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;

/** Lets those in whose APIKey is good for the operation. */
public final class Gate implements Doorkeeper {
    private static final Admission.Cases<Optional<ErrorCode>> REFUSALS = new Refusals();

    private final ApiKeyAuthentication keys;

    public Gate(ApiKeyAuthentication keys) {
        this.keys = keys;
    }

    @Override
    public Credential admit(
            Operation operation, HttpServletRequest request, Source source, RequestPath path, Deadline deadline) {
        if (operation.access().isEmpty()) {
            return Credential.SILENT;
        }
        ApiKeyCall call = new ApiKeyCall(
                authorization(request), source.network(), operation.access().get(), path);
        Optional<ErrorCode> refusal = keys.authenticate(call, deadline).fold(REFUSALS);
        if (refusal.isPresent()) {
            throw Refusal.of(refusal.get());
        }
        return Credential.SILENT;
    }

    /** The header, where it stands there once. */
    static Optional<String> authorization(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders("Authorization");
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        String only = values.nextElement();
        return values.hasMoreElements() ? Optional.empty() : Optional.of(only);
    }

    /** Which admission is refused by which answer. */
    private static final class Refusals implements Admission.Cases<Optional<ErrorCode>> {
        @Override
        public Optional<ErrorCode> granted(GrantedIdentity identity) {
            return Optional.empty();
        }

        @Override
        public Optional<ErrorCode> unauthenticated() {
            return Optional.of(ErrorCode.UNAUTHENTICATED);
        }

        @Override
        public Optional<ErrorCode> forbidden() {
            return Optional.of(ErrorCode.FORBIDDEN);
        }

        @Override
        public Optional<ErrorCode> throttled() {
            return Optional.of(ErrorCode.TOO_MANY_REQUESTS);
        }

        @Override
        public Optional<ErrorCode> undecided() {
            return Optional.of(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }
}
