package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.AuthorizationHeader;
import io.github.auraauth.front.request.RequestHead;

/** Reads what a client shows in {@code Authorization}; whether that is good, is decided with what its form holds. */
final class OAuthClientAuthenticator implements Authenticator {

    @Override
    public boolean isPresented(RequestHead head) {
        return head.has(AuthorizationHeader.NAME);
    }

    @Override
    public Check check(Operation operation) {
        return (head, deadline) -> AuthorizationHeader.credential(head, "basic")
                .flatMap(BasicClient::parse)
                .orElseThrow(OAuthErrors::unreadableClient);
    }
}
