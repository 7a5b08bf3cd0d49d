package io.github.auraauth.adapter.pages.admin.authtoken;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The list of tokens, and the end of one. */
public final class AuthTokenListEndpoints {
    /** Path of the list. */
    public static final String PATH = "/admin/tokens";

    private final AuthTokens tokens;
    private final AdminSite site;

    public AuthTokenListEndpoints(AuthTokens tokens, AdminSite site) {
        this.tokens = tokens;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "listTokens", site.show(this::list),
                "showTokenRevocation", site.show(this::showRevocation),
                "revokeToken", site.change(this::revoke));
    }

    private Endpoint.Action list(AdminRequest request) {
        String typed = request.query("account");
        Optional<Username> account = Username.parse(typed);
        PageRequest asked = ListPage.asked(request);
        if (!typed.isEmpty() && account.isEmpty()) {
            return deadline -> unknown(request);
        }
        return deadline -> tokens.list(account, asked, request.actor(), deadline)
                .fold(
                        page -> request.page(shown(request, page)),
                        refusal -> refusal.reason() == Refusal.Reason.UNKNOWN
                                        && refusal.field()
                                                .filter("account"::equals)
                                                .isPresent()
                                ? unknown(request)
                                : request.refused(PATH, refusal));
    }

    private static Response unknown(AdminRequest request) {
        Page<OwnedToken> none = new Page<>(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return request.page(shown(request, none).refusing(request.text("unknown-account")));
    }

    private static View shown(AdminRequest request, Page<OwnedToken> page) {
        List<Element> elements = new ArrayList<>();
        if (request.may(OwnPermissions.CREATE_TOKEN)) {
            elements.add(Links.of(request.link(
                    NewAuthTokenEndpoints.PATH + "?account=" + ListPage.encoded(request.query("account")),
                    "tokens.new")));
        }
        Entries entries = Entries.NONE.with("account", request.query("account"));
        elements.add(request.search(
                PATH,
                List.of(entries.in(FormField.of("account", request.text("tokens.filter"), InputType.SEARCH)
                        .optional())),
                "accounts.filter.action"));
        elements.add(new ListPage(PATH, Map.of("account", request.query("account")))
                .table(
                        request,
                        page,
                        "tokens",
                        List.of("name", "account", "permissions", "expires", "last-used", "source", ""),
                        page.results().stream()
                                .map(each -> cells(request, each))
                                .toList()));
        return request.view(PATH, request.text("tokens.title"), elements);
    }

    private static List<Cell> cells(AdminRequest request, OwnedToken each) {
        AuthToken token = each.token();
        String path = "/admin/tokens/" + token.id().value() + "/revocation";
        String owner = each.owner().value();
        return row(
                Cell.of(token.name().value()),
                request.may(OwnPermissions.VIEW_ACCOUNT)
                        ? Cell.link(owner, request.path("/admin/accounts/" + ListPage.encoded(owner)))
                        : Cell.of(owner),
                Cell.of(permissions(request, token), Tone.QUIET),
                token.withdrawn()
                        ? Cell.of(request.text("tokens.withdrawn"), Tone.BAD)
                        : request.moment(token.times().expiresAt(), "no-end"),
                request.moment(token.times().lastUsedAt(), "never"),
                Cell.of(request.text("tokens.source." + token.source().name().toLowerCase(Locale.ROOT)), Tone.QUIET),
                !token.withdrawn() && request.may(OwnPermissions.DESTROY_TOKEN)
                        ? Cell.link(request.text("tokens.revoke"), request.path(path))
                        : Cell.of(""));
    }

    private static String permissions(AdminRequest request, AuthToken token) {
        return token.permissions()
                .map(AuthTokenListEndpoints::listed)
                .map(listed -> listed.isEmpty() ? request.text("none") : listed)
                .orElseGet(() -> request.text("tokens.all-permissions"));
    }

    private static String listed(Collection<Permission> permissions) {
        return String.join(
                ", ", permissions.stream().map(Permission::codeName).sorted().toList());
    }

    private Endpoint.Action showRevocation(AdminRequest request) {
        Optional<AuthTokenId> id = AuthTokenId.parse(request.parameter("id"));
        return deadline -> id.map(wanted -> tokens.find(wanted, request.actor(), deadline)
                        .fold(
                                found -> request.page(revocation(found).view(request)),
                                refusal -> request.refused(PATH, refusal)))
                .orElseGet(request::absent);
    }

    private Endpoint.Action revoke(AdminRequest request) {
        Optional<AuthTokenId> id = AuthTokenId.parse(request.parameter("id"));
        return deadline -> id.map(wanted -> tokens.revoke(wanted, request.actor(), deadline)
                        .fold(done -> request.done(PATH, "token-revoked"), refusal -> request.refused(PATH, refusal)))
                .orElseGet(request::absent);
    }

    private static Confirmation revocation(OwnedToken found) {
        return new Confirmation(
                PATH,
                "token-revocation",
                Map.of(
                        "name",
                        found.token().name().value(),
                        "account",
                        found.owner().value()),
                "/admin/tokens/" + found.token().id().value() + "/revocation",
                PATH);
    }
}
