package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.adapter.http.request.Caller;
import io.github.auraauth.adapter.http.request.Inputs;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;

/** What the operations read of their requests, whether it stands in the path, the query or the body. */
final class TermsInputs {
    private TermsInputs() {}

    static TermsUserId userId(Inputs inputs) {
        return inputs.required("user_id", TermsUserId::parse);
    }

    static Terms terms(Inputs inputs) {
        return new Terms(name(inputs), inputs.required("version", TermsVersion::parse));
    }

    /** The terms of the version that is called required. */
    static Terms required(Inputs inputs) {
        return new Terms(name(inputs), inputs.required("required", TermsVersion::parse));
    }

    static TermsCaller caller(Inputs inputs) {
        Caller caller = inputs.caller();
        return new TermsCaller(caller.correlator(), caller.credential().place().orElseThrow());
    }

    private static ServiceName name(Inputs inputs) {
        return inputs.required("name", ServiceName::parse);
    }
}
