package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.in.terms.TermsAcceptances;
import java.util.Map;

/** The operations that change records of terms; those that store one answer 201, as the original does. */
public final class TermsChangingEndpoints {
    private static final int CREATED = 201;

    private final TermsAcceptances acceptances;

    public TermsChangingEndpoints(TermsAcceptances acceptances) {
        this.acceptances = acceptances;
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
        Terms terms = TermsInputs.terms(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> record(acceptances.accept(userId, terms, caller, deadline));
    }

    private Endpoint.Action register(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        TermsStatus status = inputs.required("status", TermsStatus::parse);
        Terms terms = TermsInputs.terms(inputs);
        TermsCaller caller = TermsInputs.caller(inputs);
        return deadline -> acceptances
                .register(userId, terms, status, caller, deadline)
                .map(TermsChangingEndpoints::record)
                .orElseGet(ErrorCode.ALREADY_EXISTS::answer);
    }

    private Endpoint.Action update(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        TermsStatus status = inputs.required("status", TermsStatus::parse);
        Terms terms = TermsInputs.terms(inputs);
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
            return Answer.nothing();
        };
    }

    private static Answer record(Acceptance record) {
        return Answer.json(CREATED, TermsJson.of(record));
    }

    private static Answer counts(int found, int changed) {
        return Answer.json(CREATED, TermsJson.counts(found, changed));
    }
}
