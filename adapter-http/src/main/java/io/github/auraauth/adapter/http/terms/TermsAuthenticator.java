package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.response.AuthenticationErrors;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.port.in.terms.TermsAuthentication;
import io.github.auraauth.port.in.terms.TermsAuthentication.TermsCall;

/** Authenticates by a key of the terms API; one key is as good as another for every operation. */
public final class TermsAuthenticator implements Authenticator {
    private static final String HEADER = "x-api-key";
    private static final AuthenticationErrors ERRORS = new AuthenticationErrors(
            ErrorCode.UNAUTHENTICATED
                    .response("A valid API key is required")
                    .with("WWW-Authenticate", HEADER + " realm=\"tac\""),
            ErrorCode.FORBIDDEN.response());

    private final TermsAuthentication keys;

    public TermsAuthenticator(TermsAuthentication keys) {
        this.keys = keys;
    }

    @Override
    public Check check(Operation operation) {
        return (head, deadline) -> authenticate(head);
    }

    @Override
    public boolean isPresented(RequestHead head) {
        return head.has(HEADER);
    }

    /** A header that is missing or repeated counts as an empty key, which is never valid. */
    private Principal authenticate(RequestHead head) {
        Secret presented = Secret.ofText(head.single(HEADER).orElse(""));
        TermsCall call = new TermsCall(presented, head.source().network());
        return new TermsKeyHolder(ERRORS.caller(keys.authenticate(call)));
    }
}
