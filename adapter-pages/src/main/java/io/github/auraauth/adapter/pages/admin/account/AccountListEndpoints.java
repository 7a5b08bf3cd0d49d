package io.github.auraauth.adapter.pages.admin.account;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.FormField.Option;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of accounts, with the way to a user name. */
public final class AccountListEndpoints {
    /** Path of the list. */
    public static final String PATH = "/admin/accounts";

    private final Accounts accounts;
    private final AdminSite site;

    public AccountListEndpoints(Accounts accounts, AdminSite site) {
        this.accounts = accounts;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("listAccounts", site.show(this::list));
    }

    private Endpoint.Action list(AdminRequest request) {
        String typed = request.query("username");
        if (!typed.isEmpty()) {
            return deadline -> Username.parse(typed)
                    .map(name -> request.lead(AccountPaths.of(name)))
                    .orElseGet(request::absent);
        }
        Accounts.Filter filter = new Accounts.Filter(
                flag(request.query("active")), flag(request.query("staff")), GroupName.parse(request.query("group")));
        PageRequest asked = ListPage.asked(request);
        return deadline -> accounts.list(filter, asked, request.actor(), deadline)
                .fold(page -> shown(request, page), refusal -> refused(request, refusal));
    }

    private Response shown(AdminRequest request, Page<AccountDetails> page) {
        List<Element> elements = new ArrayList<>();
        elements.add(request.search(
                PATH,
                List.of(FormField.of("username", request.text("accounts.go"), InputType.SEARCH)),
                "accounts.go.action"));
        elements.add(filters(request));
        elements.add(listed(request)
                .table(
                        request,
                        page,
                        "accounts",
                        List.of("username", "name", "state", "rights", "last-login"),
                        page.results().stream()
                                .map(each -> cells(request, each))
                                .toList()));
        if (request.may(OwnPermissions.CREATE_ACCOUNT)) {
            elements.add(0, Links.of(request.link(NewAccountEndpoints.PATH, "accounts.new")));
        }
        return request.page(request.view(PATH, request.text("accounts.title"), elements));
    }

    private Response refused(AdminRequest request, Refusal refusal) {
        if (refusal.field().filter("group"::equals).isEmpty()) {
            return request.refused(PATH, refusal);
        }
        Page<AccountDetails> none = new Page<>(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return shown(request, none);
    }

    private static Element filters(AdminRequest request) {
        Entries entries = Entries.NONE
                .with("active", request.query("active"))
                .with("staff", request.query("staff"))
                .with("group", request.query("group"));
        List<FormField> fields = List.of(
                FormField.of("active", request.text("accounts.filter.state"), InputType.SELECT)
                        .from(List.of(
                                new Option("", request.text("accounts.filter.any")),
                                new Option("true", request.text("state.active")),
                                new Option("false", request.text("state.deactivated")))),
                FormField.of("staff", request.text("accounts.filter.staff"), InputType.SELECT)
                        .from(List.of(
                                new Option("", request.text("accounts.filter.any")),
                                new Option("true", request.text("accounts.filter.staff.yes")),
                                new Option("false", request.text("accounts.filter.staff.no")))),
                FormField.of("group", request.text("accounts.filter.group"), InputType.SEARCH));
        return request.search(
                PATH, fields.stream().map(field -> entries.in(field.optional())).toList(), "accounts.filter.action");
    }

    private static ListPage listed(AdminRequest request) {
        Map<String, String> filters = new LinkedHashMap<>();
        List.of("active", "staff", "group").forEach(name -> filters.put(name, request.query(name)));
        return new ListPage(PATH, filters);
    }

    private static List<Cell> cells(AdminRequest request, AccountDetails each) {
        return row(
                Cell.link(
                        each.account().username().value(),
                        request.path(AccountPaths.of(each.account().username()))),
                Cell.of(name(each)),
                state(request, each),
                Cell.of(rights(request, each), Tone.QUIET),
                request.moment(each.account().lastLogin(), "never"));
    }

    static String name(AccountDetails each) {
        return (each.account().profile().firstName()
                        + ' '
                        + each.account().profile().lastName())
                .strip();
    }

    static Cell state(AdminRequest request, AccountDetails each) {
        return each.account().isActive()
                ? Cell.of(request.text("state.active"), Tone.GOOD)
                : Cell.of(request.text("state.deactivated"), Tone.BAD);
    }

    static String rights(AdminRequest request, AccountDetails each) {
        if (each.rights().superuser()) {
            return request.text("account.superuser");
        }
        return each.rights().staff() ? request.text("account.staff") : "";
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
