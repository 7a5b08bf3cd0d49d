package io.github.auraauth.adapter.pages.admin.client;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.client.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** One client: its addresses, what it may and must, its secrets and its end. */
public final class ClientEndpoints {
    static final String PATH = "/admin/client";

    private static final String SECRET = "/admin/client-secret";
    private static final String DELETION = "/admin/client-deletion";
    private static final String ID = "client_id";
    private static final String SECRETS = "known_secrets";
    private static final String DROP = "drop_others";

    private final Clients clients;
    private final ClientForm form;
    private final AdminSite site;

    /** @param development whether addresses in clear text are taken */
    public ClientEndpoints(Clients clients, boolean development, AdminSite site) {
        this.clients = clients;
        this.form = new ClientForm(development);
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "showClient", site.show(this::show),
                "changeClient", site.change(this::change),
                "addClientSecret", site.change(this::addSecret),
                "showClientDeletion", site.show(this::showDeletion),
                "deleteClient", site.change(this::delete));
    }

    private Endpoint.Action show(AdminRequest request) {
        return of(
                request,
                request.query("id"),
                (client, deadline) -> request.page(view(request, client, form.of(client))));
    }

    private Endpoint.Action change(AdminRequest request) {
        return of(request, request.field(ID), (client, deadline) -> {
            boolean confidential = client.authentication().confidential();
            Entries entries = form.read(request, confidential);
            if (!entries.areGood()) {
                return request.page(view(request, client, entries).refusing());
            }
            return clients.update(
                            client.id(),
                            read -> new Client(
                                    read.id(),
                                    form.name(request),
                                    read.authentication(),
                                    form.addresses(request),
                                    form.policy(request),
                                    form.lifetimes(request),
                                    read.createdAt()),
                            request.actor(),
                            deadline)
                    .fold(
                            changed -> request.done(ClientListEndpoints.pathOf(changed.id()), "client-changed"),
                            refusal -> refused(request, client, entries, refusal));
        });
    }

    private Endpoint.Action addSecret(AdminRequest request) {
        return of(request, request.field(ID), (client, deadline) -> {
            if (!request.field(SECRETS).equals(secrets(client))) {
                return request.page(
                        view(request, client, form.of(client)).refusing(request.text("client.secret-made")));
            }
            return clients.addSecret(client.id(), Optional.empty(), request.isTicked(DROP), request.actor(), deadline)
                    .fold(
                            issued -> issued.secret()
                                    .map(secret -> request.page(ClientSecretView.of(request, client, secret)))
                                    .orElseGet(request::absent),
                            refusal -> refused(request, client, form.of(client), refusal));
        });
    }

    private Endpoint.Action showDeletion(AdminRequest request) {
        return of(request, request.query("id"), (client, deadline) -> request.page(deletion(request, client)));
    }

    private Endpoint.Action delete(AdminRequest request) {
        return of(
                request,
                request.field(ID),
                (client, deadline) -> clients.delete(client.id(), request.actor(), deadline)
                        .fold(
                                done -> request.done(ClientListEndpoints.PATH, "client-deleted"),
                                refusal ->
                                        request.page(deletion(request, client).refusing(request.reason(refusal)))));
    }

    private static View deletion(AdminRequest request, Client client) {
        return new Confirmation(
                        ClientListEndpoints.PATH,
                        "client-deletion",
                        Map.of("name", client.name()),
                        DELETION,
                        ClientListEndpoints.pathOf(client.id()))
                .view(
                        request,
                        List.of(),
                        Map.of(ID, client.id().value()),
                        List.of(Facts.of(new Fact(
                                request.text("client.id"), Cell.code(client.id().value())))));
    }

    private Response refused(AdminRequest request, Client client, Entries entries, Refusal refusal) {
        return request.page(view(request, client, entries).refusing(request.reason(refusal)));
    }

    private Endpoint.Action of(AdminRequest request, String id, BiFunction<Client, Deadline, Response> action) {
        Optional<ClientId> named = ClientId.parse(id);
        return deadline -> named.map(wanted -> clients.find(wanted, request.actor(), deadline)
                        .fold(
                                client -> action.apply(client, deadline),
                                refusal -> request.refused(ClientListEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private View view(AdminRequest request, Client client, Entries entries) {
        List<Element> elements = new ArrayList<>();
        boolean confidential = client.authentication().confidential();
        elements.add(Facts.of(
                new Fact(request.text("client.id"), Cell.code(client.id().value())),
                new Fact(
                        request.text("client.type"),
                        Cell.of(request.text(confidential ? "client.confidential" : "client.public"))),
                new Fact(request.text("clients.column.created"), request.moment(client.createdAt())),
                new Fact(
                        request.text("client.secrets"),
                        Cell.of(Integer.toString(
                                client.authentication().secrets().size())))));
        elements.add(request.form(PATH, form.fields(request, entries), "client.action", Form.Style.MAIN)
                .with(ID, client.id().value()));
        if (confidential) {
            elements.add(new Heading(request.text("client.secret.title")));
            elements.add(new Paragraph(request.text("client.secret.description"), Tone.QUIET));
            elements.add(request.form(
                            SECRET,
                            List.of(FormField.of(DROP, request.text("client.secret.drop"), InputType.CHECKBOX)),
                            "client.secret.action",
                            Form.Style.OTHER)
                    .with(ID, client.id().value())
                    .with(SECRETS, secrets(client)));
        }
        elements.add(Links.of(
                request.link(DELETION + "?id=" + ListPage.encoded(client.id().value()), "client.deletion")));
        return request.view(ClientListEndpoints.PATH, client.name(), elements)
                .below(new Links.Link(request.path(ClientListEndpoints.PATH), request.text("clients.title")));
    }

    /** By what a form is known to have been made before a secret was, so that sending it twice makes one. */
    private static String secrets(Client client) {
        return client.authentication().secrets().stream()
                .map(digest -> digest.hex().substring(0, 8))
                .reduce("", (one, other) -> one + other);
    }
}
