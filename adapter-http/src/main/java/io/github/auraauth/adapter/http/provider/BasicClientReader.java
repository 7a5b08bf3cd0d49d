package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.AuthorizationHeader;
import io.github.auraauth.front.request.RequestHead;

/** Reads a client's {@code Authorization: Basic}, and verifies nothing: the use case does, with what the form holds. */
final class BasicClientReader implements Authenticator {

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
