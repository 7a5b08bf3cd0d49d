package io.github.auraauth.adapter.pages.admin.client;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.FormField.Option;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.client.Clients;
import io.github.auraauth.port.in.client.Clients.IssuedClient;
import io.github.auraauth.port.in.client.Clients.NewClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registering a client, whose secret is shown once. */
public final class NewClientEndpoints {
    static final String PATH = "/admin/new-client";

    private static final String ID = "client_id";
    private static final String TYPE = "client_type";
    private static final String CONFIDENTIAL = "confidential";
    private static final String PUBLIC = "public";

    private final Clients clients;
    private final ClientForm form;
    private final AdminSite site;

    /** @param development whether addresses in clear text are taken */
    public NewClientEndpoints(Clients clients, boolean development, AdminSite site) {
        this.clients = clients;
        this.form = new ClientForm(development);
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showNewClient", site.show(this::show), "createClient", site.change(this::create));
    }

    private Endpoint.Action show(AdminRequest request) {
        Entries entries = form.usual().with(TYPE, CONFIDENTIAL);
        return deadline -> request.page(view(request, entries));
    }

    private Endpoint.Action create(AdminRequest request) {
        boolean confidential = !request.field(TYPE).equals(PUBLIC);
        Optional<ClientId> id = ClientId.parse(request.field(ID));
        Entries entries = form.read(request, confidential)
                .with(TYPE, confidential ? CONFIDENTIAL : PUBLIC)
                .with(ID, request.field(ID))
                .requiring(id.isPresent(), ID, request.text("fault.client-id"));
        if (id.isEmpty() || !entries.areGood()) {
            return deadline -> request.page(view(request, entries).refusing());
        }
        NewClient wanted = new NewClient(
                id.get(),
                form.name(request),
                confidential,
                Optional.empty(),
                Optional.empty(),
                form.addresses(request),
                form.policy(request),
                form.lifetimes(request));
        return deadline -> clients.create(wanted, request.actor(), deadline)
                .fold(made -> made(request, made), refusal -> refused(request, entries, refusal));
    }

    private static Response made(AdminRequest request, IssuedClient made) {
        return made.secret()
                .map(secret -> request.page(ClientSecretView.of(request, made.client(), secret)))
                .orElseGet(() ->
                        request.done(ClientListEndpoints.pathOf(made.client().id()), "client-created"));
    }

    private Response refused(AdminRequest request, Entries entries, Refusal refusal) {
        String reason = request.reason(refusal);
        return request.page(
                refusal.reason() == Reason.TAKEN
                        ? view(request, entries.faulty(ID, reason)).refusing()
                        : view(request, entries).refusing(reason));
    }

    private View view(AdminRequest request, Entries entries) {
        List<FormField> fields = new ArrayList<>();
        fields.add(entries.in(
                FormField.of(ID, request.text("client.id"), InputType.TEXT).hinted(request.text("client.id.hint"))));
        fields.add(entries.in(FormField.of(TYPE, request.text("client.type"), InputType.SELECT)
                .from(List.of(
                        new Option(CONFIDENTIAL, request.text("client.confidential.choice")),
                        new Option(PUBLIC, request.text("client.public.choice"))))));
        fields.addAll(form.fields(request, entries));
        return request.view(
                        ClientListEndpoints.PATH,
                        request.text("new-client.title"),
                        List.of(
                                new Paragraph(request.text("new-client.description")),
                                request.form(PATH, fields, "new-client.action", Form.Style.MAIN)))
                .below(new Links.Link(request.path(ClientListEndpoints.PATH), request.text("clients.title")));
    }
}
