package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.in.terms.TermsAcceptances;
import java.util.Map;

/** The operations that read records of terms. */
public final class TermsReadingEndpoints {
    private static final int FOUND = 200;

    private final TermsAcceptances acceptances;

    public TermsReadingEndpoints(TermsAcceptances acceptances) {
        this.acceptances = acceptances;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("readAllTerms", this::readAll, "readTerms", this::read, "findLatestTerms", this::findLatest);
    }

    private Endpoint.Action readAll(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        return deadline -> Answer.json(FOUND, TermsJson.of(acceptances.findAll(userId, deadline)));
    }

    private Endpoint.Action read(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        Terms terms = TermsInputs.terms(inputs);
        return deadline -> acceptances
                .find(userId, terms, deadline)
                .map(record -> Answer.json(FOUND, TermsJson.of(record)))
                .orElseGet(ErrorCode.NOT_FOUND::answer);
    }

    private Endpoint.Action findLatest(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        Terms required = TermsInputs.required(inputs);
        return deadline -> Answer.json(FOUND, TermsJson.of(acceptances.findLatest(userId, required, deadline)));
    }
}
