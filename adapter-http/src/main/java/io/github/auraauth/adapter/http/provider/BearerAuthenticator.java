package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.AuthorizationHeader;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.response.ResponseException;
import java.util.Locale;

/** Reads the access token of {@code Authorization} (RFC 6750, section 2.1), which the use case looks up. */
final class BearerAuthenticator implements Authenticator {
    private static final String SCHEME = "bearer";

    /** A header with another scheme is ignored. */
    @Override
    public boolean isPresented(RequestHead head) {
        return head.has(AuthorizationHeader.NAME)
                && head.single(AuthorizationHeader.NAME)
                        .map(value -> value.split(" ", 2)[0].toLowerCase(Locale.ROOT))
                        .filter(scheme -> !scheme.equals(SCHEME))
                        .isEmpty();
    }

    @Override
    public Check check(Operation operation) {
        return (head, deadline) -> AuthorizationHeader.credential(head, SCHEME)
                .map(token -> new BearerToken(Secret.ofText(token)))
                .orElseThrow(() -> new ResponseException(
                        OAuthErrors.ofBearer("Authorization must be Bearer and one access token")));
    }
}
