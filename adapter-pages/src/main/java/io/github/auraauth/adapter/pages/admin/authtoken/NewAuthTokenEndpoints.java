package io.github.auraauth.adapter.pages.admin.authtoken;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.PermissionFields;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.ShownOnce;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.authtoken.AuthTokens.IssuedToken;
import io.github.auraauth.port.in.authtoken.AuthTokens.NewToken;
import io.github.auraauth.port.in.permission.Permissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Making a token for an account, whose secret is shown once. One account has no two of one name from here. */
public final class NewAuthTokenEndpoints {
    static final String PATH = "/admin/new-token";

    private static final String NAME = "token_name";
    private static final String ACCOUNT = "account";
    private static final String WHOLE = "all_permissions";
    private static final String EXPIRY = "expires_on";

    private final AuthTokens tokens;
    private final Permissions permissions;
    private final ZoneId zone;
    private final AdminSite site;

    /** @param zone whose days a token ends with */
    public NewAuthTokenEndpoints(AuthTokens tokens, Permissions permissions, ZoneId zone, AdminSite site) {
        this.tokens = tokens;
        this.permissions = permissions;
        this.zone = zone;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showNewToken", site.show(this::show), "createToken", site.change(this::create));
    }

    private Endpoint.Action show(AdminRequest request) {
        Entries entries = Entries.NONE.with(ACCOUNT, request.query(ACCOUNT));
        return deadline -> request.page(form(request, entries, deadline));
    }

    private Endpoint.Action create(AdminRequest request) {
        Optional<AuthTokenName> name = AuthTokenName.parse(request.field(NAME));
        Optional<Username> account = Username.parse(request.field(ACCOUNT));
        Optional<Instant> end = end(request.field(EXPIRY));
        Entries entries = PermissionFields.read(request)
                .with(NAME, request.field(NAME))
                .with(ACCOUNT, request.field(ACCOUNT))
                .with(EXPIRY, request.field(EXPIRY))
                .with(WHOLE, request.isTicked(WHOLE))
                .requiring(name.isPresent(), NAME, request.text("fault.token-name"))
                .requiring(account.isPresent(), ACCOUNT, request.text("unknown-account"))
                .requiring(request.field(EXPIRY).isEmpty() || end.isPresent(), EXPIRY, request.text("fault.date"));
        if (!entries.areGood() || name.isEmpty()) {
            return deadline -> request.page(form(request, entries, deadline).refusing());
        }
        NewToken wanted = new NewToken(
                name.get(),
                account,
                request.isTicked(WHOLE) ? Optional.empty() : Optional.of(PermissionFields.chosen(request)),
                end);
        return deadline -> unlessThere(wanted, request, deadline)
                .then(free -> tokens.create(free, request.actor(), deadline))
                .fold(
                        issued -> request.page(shownOnce(request, issued)),
                        refusal -> refused(request, entries, refusal, deadline));
    }

    /** A form that is sent twice makes one token. */
    private Outcome<NewToken> unlessThere(NewToken wanted, AdminRequest request, Deadline deadline) {
        return tokens.list(wanted.account(), PageRequest.first(PageRequest.LARGEST), request.actor(), deadline)
                .then(page -> page.results().stream()
                                .anyMatch(each -> each.token().name().equals(wanted.name()))
                        ? Outcome.refused(Refusal.of(Reason.TAKEN, NAME))
                        : Outcome.done(wanted));
    }

    private Response refused(AdminRequest request, Entries entries, Refusal refusal, Deadline deadline) {
        String reason = request.reason(refusal);
        Map<Reason, Entries> beside = Map.of(
                Reason.TAKEN, entries.faulty(NAME, reason),
                Reason.UNKNOWN, entries.faulty(ACCOUNT, request.text("unknown-account")),
                Reason.ENDED, entries.faulty(EXPIRY, reason));
        return request.page(Optional.ofNullable(beside.get(refusal.reason()))
                .map(faulty -> form(request, faulty, deadline).refusing())
                .orElseGet(() -> form(request, entries, deadline).refusing(reason)));
    }

    private View form(AdminRequest request, Entries entries, Deadline deadline) {
        List<FormField> fields = new ArrayList<>();
        fields.add(entries.in(FormField.of(ACCOUNT, request.text("tokens.column.account"), InputType.TEXT)));
        fields.add(entries.in(FormField.of(NAME, request.text("tokens.column.name"), InputType.TEXT)
                .hinted(request.text("new-token.name.hint"))));
        fields.add(entries.in(FormField.of(EXPIRY, request.text("new-token.expiry"), InputType.DATE)
                .optional()
                .hinted(request.text("new-token.expiry.hint"))));
        fields.add(entries.in(FormField.of(WHOLE, request.text("new-token.whole"), InputType.CHECKBOX)
                .hinted(request.text("new-token.whole.hint"))));
        fields.addAll(PermissionFields.fields(request, permissions.list(deadline), Set.of(), entries));
        return request.view(
                        AuthTokenListEndpoints.PATH,
                        request.text("new-token.title"),
                        List.of(
                                new Paragraph(request.text("new-token.description")),
                                request.form(PATH, fields, "new-token.action", Form.Style.MAIN)))
                .below(new Links.Link(request.path(AuthTokenListEndpoints.PATH), request.text("tokens.title")));
    }

    private static View shownOnce(AdminRequest request, IssuedToken issued) {
        String name = issued.token().token().name().value();
        return request.view(
                AuthTokenListEndpoints.PATH,
                request.text("token.title", Map.of("name", name)),
                List.of(
                        new ShownOnce(
                                request.text("token.secret"),
                                List.of(issued.secret().revealText()),
                                request.text("token.warning")),
                        Links.of(request.link(AuthTokenListEndpoints.PATH, "tokens.title"))));
    }

    /** The end of a day, as the next one begins. */
    private Optional<Instant> end(String day) {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
