package io.github.auraauth.adapter.pages.admin.client;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.client.Clients;
import java.util.List;
import java.util.Map;

/** The list of clients. */
public final class ClientListEndpoints {
    /** Path of the list. */
    public static final String PATH = "/admin/clients";

    private final Clients clients;
    private final AdminSite site;

    public ClientListEndpoints(Clients clients, AdminSite site) {
        this.clients = clients;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("listClients", site.show(this::list));
    }

    /** Where a client is. */
    static String pathOf(ClientId id) {
        return ClientEndpoints.PATH + "?id=" + ListPage.encoded(id.value());
    }

    private Endpoint.Action list(AdminRequest request) {
        PageRequest asked = ListPage.asked(request);
        return deadline -> clients.list(asked, request.actor(), deadline)
                .fold(page -> shown(request, page), refusal -> request.refused(PATH, refusal));
    }

    private static Response shown(AdminRequest request, Page<Client> page) {
        return request.page(request.view(
                PATH,
                request.text("clients.title"),
                List.of(
                        Links.of(request.link(NewClientEndpoints.PATH, "clients.new")),
                        new ListPage(PATH, Map.of())
                                .table(
                                        request,
                                        page,
                                        "clients",
                                        List.of("name", "id", "type", "redirects", "created"),
                                        page.results().stream()
                                                .map(client -> cells(request, client))
                                                .toList()))));
    }

    private static List<Cell> cells(AdminRequest request, Client client) {
        return row(
                Cell.link(client.name(), request.path(pathOf(client.id()))),
                Cell.code(client.id().value()),
                Cell.of(request.text(client.authentication().confidential() ? "client.confidential" : "client.public")),
                Cell.of(client.addresses().redirects().get(0).value(), Tone.QUIET),
                request.moment(client.createdAt()));
    }
}
