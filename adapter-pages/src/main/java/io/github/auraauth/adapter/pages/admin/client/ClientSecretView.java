package io.github.auraauth.adapter.pages.admin.client;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.ShownOnce;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.secret.Secret;
import java.util.List;
import java.util.Map;

/** The page on which a client's new secret is shown, once. */
final class ClientSecretView {
    private ClientSecretView() {}

    static View of(AdminRequest request, Client client, Secret secret) {
        return request.view(
                ClientListEndpoints.PATH,
                request.text("client-secret.title", Map.of("name", client.name())),
                List.of(
                        Facts.of(new Fact(
                                request.text("client.id"), Cell.code(client.id().value()))),
                        new ShownOnce(
                                request.text("client-secret.label"),
                                List.of(secret.revealText()),
                                request.text("client-secret.warning")),
                        Links.of(new Links.Link(
                                request.path(ClientListEndpoints.pathOf(client.id())),
                                request.text("client-secret.client")))));
    }
}
