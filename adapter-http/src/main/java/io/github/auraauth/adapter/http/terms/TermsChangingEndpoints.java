package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.terms.AcceptTerms;
import io.github.auraauth.port.in.terms.RegisterTermsStatus;
import io.github.auraauth.port.in.terms.RemoveTerms;
import io.github.auraauth.port.in.terms.UpdateTermsStatus;
import java.util.Map;

/** The operations that change records of terms; those that store one answer 201, as the original does. */
public final class TermsChangingEndpoints {
    private static final Input STATUS = Input.path("status");
    private static final int CREATED = 201;

    private final AcceptTerms accepting;
    private final RegisterTermsStatus registering;
    private final UpdateTermsStatus updating;
    private final RemoveTerms removing;

    public TermsChangingEndpoints(
            AcceptTerms accepting, RegisterTermsStatus registering, UpdateTermsStatus updating, RemoveTerms removing) {
        this.accepting = accepting;
        this.registering = registering;
        this.updating = updating;
        this.removing = removing;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "acceptTerms", this::accept,
                "registerTermsStatus", this::register,
                "updateTermsStatus", this::update,
                "removeAllTerms", this::removeAll);
    }

    private Endpoint.Action accept(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        Terms terms = TermsInputs.ofBody(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> record(accepting.accept(userId, terms, caller, deadline));
    }

    private Endpoint.Action register(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        TermsStatus status = inputs.required(STATUS, TermsStatus::parse);
        Terms terms = TermsInputs.ofBody(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> registering
                .register(userId, terms, status, caller, deadline)
                .fold(TermsChangingEndpoints::record, TermsErrors.ALREADY_EXISTS::response);
    }

    private Endpoint.Action update(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        TermsStatus status = inputs.required(STATUS, TermsStatus::parse);
        Terms terms = TermsInputs.ofBody(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> switch (updating.update(userId, terms, status, caller, deadline)) {
            case CHANGED -> counts(1, 1);
            case UNCHANGED -> counts(1, 0);
            case ABSENT -> counts(0, 0);
        };
    }

    private Endpoint.Action removeAll(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> {
            removing.removeAll(userId, caller, deadline);
            return Response.nothing();
        };
    }

    private static Response record(Acceptance record) {
        return Response.json(CREATED, TermsJson.of(record));
    }

    private static Response counts(int found, int changed) {
        return Response.json(CREATED, TermsJson.counts(found, changed));
    }
}
