package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.terms.TermsAcceptances;
import java.util.Map;

/** The operations on records of terms; those that store one answer 201, as the original does. */
public final class TermsEndpoints {
    private static final Input STATUS = Input.path("status");
    private static final int FOUND = 200;
    private static final int CREATED = 201;

    private final TermsAcceptances acceptances;

    public TermsEndpoints(TermsAcceptances acceptances) {
        this.acceptances = acceptances;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "acceptTerms", this::accept,
                "registerTermsStatus", this::register,
                "updateTermsStatus", this::update,
                "removeAllTerms", this::removeAll,
                "readAllTerms", this::readAll,
                "readTerms", this::read,
                "findLatestTerms", this::findLatest);
    }

    private Endpoint.Action accept(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        Terms terms = TermsInputs.ofBody(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> record(CREATED, acceptances.accept(userId, terms, caller, deadline));
    }

    private Endpoint.Action register(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        TermsStatus status = inputs.required(STATUS, TermsStatus::parse);
        Terms terms = TermsInputs.ofBody(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> acceptances
                .register(userId, terms, status, caller, deadline)
                .map(record -> record(CREATED, record))
                .orElseGet(TermsErrors.ALREADY_EXISTS::response);
    }

    private Endpoint.Action update(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        TermsStatus status = inputs.required(STATUS, TermsStatus::parse);
        Terms terms = TermsInputs.ofBody(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> switch (acceptances.update(userId, terms, status, caller, deadline)) {
            case CHANGED -> counts(1, 1);
            case UNCHANGED -> counts(1, 0);
            case ABSENT -> counts(0, 0);
        };
    }

    private Endpoint.Action removeAll(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> {
            acceptances.removeAll(userId, caller, deadline);
            return Response.nothing();
        };
    }

    private Endpoint.Action readAll(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        return deadline -> Response.json(FOUND, TermsJson.of(acceptances.findAll(userId, deadline)));
    }

    private Endpoint.Action read(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        Terms terms = TermsInputs.ofPath(inputs);
        return deadline -> acceptances
                .find(userId, terms, deadline)
                .map(record -> record(FOUND, record))
                .orElseGet(ErrorCode.NOT_FOUND::response);
    }

    private Endpoint.Action findLatest(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        Terms required = TermsInputs.required(inputs);
        return deadline -> Response.json(FOUND, TermsJson.of(acceptances.findLatest(userId, required, deadline)));
    }

    private static Response record(int status, Acceptance record) {
        return Response.json(status, TermsJson.of(record));
    }

    private static Response counts(int found, int changed) {
        return Response.json(CREATED, TermsJson.counts(found, changed));
    }
}
