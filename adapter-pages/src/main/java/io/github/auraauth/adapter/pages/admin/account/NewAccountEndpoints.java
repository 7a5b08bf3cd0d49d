package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making an account, of which an invitation is shown once. */
public final class NewAccountEndpoints {
    static final String PATH = "/admin/new-account";

    private static final String USERNAME = "username";

    private final Accounts accounts;
    private final InvitationLink invitations;
    private final AdminSite site;

    /** @param invitations where somebody sets a password by an invitation */
    public NewAccountEndpoints(Accounts accounts, InvitationLink invitations, AdminSite site) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showNewAccount", site.show(this::show), "createAccount", site.change(this::create));
    }

    private Endpoint.Action show(AdminRequest request) {
        return deadline -> request.page(form(request, Entries.NONE));
    }

    private Endpoint.Action create(AdminRequest request) {
        Optional<Username> username = Username.parse(request.field(USERNAME));
        Entries entries = ProfileForm.read(request)
                .with(USERNAME, request.field(USERNAME))
                .requiring(username.isPresent(), USERNAME, request.text("fault.username"));
        if (username.isEmpty() || !entries.areGood()) {
            return deadline -> request.page(form(request, entries).refusing());
        }
        return deadline -> accounts.create(username.get(), ProfileForm.change(request), request.actor(), deadline)
                .fold(
                        made -> request.page(invitations.view(request, username.get(), made.invitation())),
                        refusal -> refused(request, entries, refusal));
    }

    private static Response refused(AdminRequest request, Entries entries, Refusal refusal) {
        String reason = request.reason(refusal);
        return request.page(
                refusal.reason() == Refusal.Reason.TAKEN
                        ? form(request, entries.faulty(USERNAME, reason)).refusing()
                        : form(request, entries).refusing(reason));
    }

    private static View form(AdminRequest request, Entries entries) {
        List<FormField> fields = new ArrayList<>();
        fields.add(entries.in(FormField.of(USERNAME, request.text("account.username"), InputType.TEXT)
                .hinted(request.text("new-account.username.hint"))));
        fields.addAll(ProfileForm.fields(request, entries));
        return request.view(
                        AccountListEndpoints.PATH,
                        request.text("new-account.title"),
                        List.of(
                                new Paragraph(request.text("new-account.description")),
                                request.form(PATH, fields, "new-account.action", Form.Style.MAIN)))
                .below(new Links.Link(request.path(AccountListEndpoints.PATH), request.text("accounts.title")));
    }
}
