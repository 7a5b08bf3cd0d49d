package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.terms.FindLatestTerms;
import io.github.auraauth.port.in.terms.ReadTerms;
import java.util.Map;

/** The operations that read records of terms. */
public final class TermsReadingEndpoints {
    private static final int FOUND = 200;

    private final ReadTerms records;
    private final FindLatestTerms latest;

    public TermsReadingEndpoints(ReadTerms records, FindLatestTerms latest) {
        this.records = records;
        this.latest = latest;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("readAllTerms", this::readAll, "readTerms", this::read, "findLatestTerms", this::findLatest);
    }

    private Endpoint.Action readAll(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        return deadline -> Response.json(FOUND, TermsJson.of(records.readAll(userId, deadline)));
    }

    private Endpoint.Action read(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        Terms terms = TermsInputs.ofPath(inputs);
        return deadline -> records.read(userId, terms, deadline)
                .map(record -> Response.json(FOUND, TermsJson.of(record)))
                .orElseGet(ErrorCode.NOT_FOUND::response);
    }

    private Endpoint.Action findLatest(Inputs inputs) {
        TermsUserId userId = TermsInputs.userId(inputs);
        Terms required = TermsInputs.required(inputs);
        return deadline -> Response.json(FOUND, TermsJson.of(latest.findLatest(userId, required, deadline)));
    }
}
