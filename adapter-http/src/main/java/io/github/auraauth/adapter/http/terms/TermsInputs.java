package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.request.RequestContext;

/** Readers of the inputs of operations on terms, whether they stand in the path, the query or the body. */
final class TermsInputs {
    private static final Input NAME = Input.path("name");
    private static final Input USER_ID = Input.path("user_id");

    private TermsInputs() {}

    static TermsUserId userId(Inputs inputs) {
        return inputs.required(USER_ID, TermsUserId::parse);
    }

    /** The terms that the body names. */
    static Terms ofBody(Inputs inputs) {
        return new Terms(
                inputs.required(Input.body("name"), ServiceName::parse),
                inputs.required(Input.body("version"), TermsVersion::parse));
    }

    /** The terms that the path names. */
    static Terms ofPath(Inputs inputs) {
        return new Terms(
                inputs.required(NAME, ServiceName::parse), inputs.required(Input.path("version"), TermsVersion::parse));
    }

    /** The terms of the path in the version that is called required. */
    static Terms required(Inputs inputs) {
        return new Terms(
                inputs.required(NAME, ServiceName::parse),
                inputs.required(Input.query("required"), TermsVersion::parse));
    }

    static TermsCaller caller(Inputs inputs) {
        RequestContext context = inputs.context();
        return new TermsCaller(
                context.correlator(), context.principal(TermsKeyHolder.class).place());
    }
}
