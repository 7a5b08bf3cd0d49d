package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.adapter.http.Definitions;
import io.github.auraauth.adapter.http.operations.TermsOperationEndpoints;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.terms.TermsAcceptances;
import io.github.auraauth.port.in.terms.TermsAuthentication;
import java.util.HashMap;
import java.util.Map;

/** The terms API. */
public final class TermsApi {
    private TermsApi() {}

    /** The API, also of the service itself. */
    public static Api of(TermsAuthentication keys, TermsAcceptances acceptances, TermsOperationEndpoints operations) {
        Map<String, Endpoint> endpoints = new HashMap<>(new TermsEndpoints(acceptances).byOperation());
        endpoints.putAll(operations.byOperation());
        return new Api(Definitions.terms(), Map.of("apiKey", new TermsAuthenticator(keys)), endpoints);
    }
}
