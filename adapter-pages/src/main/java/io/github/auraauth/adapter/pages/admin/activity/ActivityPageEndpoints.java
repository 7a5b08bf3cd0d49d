package io.github.auraauth.adapter.pages.admin.activity;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.activity.ActivityReview;
import io.github.auraauth.port.in.activity.ActivityReview.NamedActivity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The activity, newest first. */
public final class ActivityPageEndpoints {
    /** Path of the list. */
    public static final String PATH = "/admin/activity";

    private static final String ACCOUNT = "account";

    private final ActivityReview activity;
    private final AdminSite site;

    public ActivityPageEndpoints(ActivityReview activity, AdminSite site) {
        this.activity = activity;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("listActivity", site.show(this::list));
    }

    private Endpoint.Action list(AdminRequest request) {
        String typed = request.query(ACCOUNT);
        Optional<Username> account = Username.parse(typed);
        PageRequest asked = ListPage.asked(request);
        if (!typed.isEmpty() && account.isEmpty()) {
            return deadline -> unknown(request);
        }
        return deadline -> activity.list(account, asked, request.actor(), deadline)
                .fold(
                        page -> request.page(view(request, page)),
                        refusal -> refusal.reason() == Reason.UNKNOWN
                                        && refusal.field()
                                                .filter(ACCOUNT::equals)
                                                .isPresent()
                                ? unknown(request)
                                : request.refused(PATH, refusal));
    }

    private static Response unknown(AdminRequest request) {
        Page<NamedActivity> none = new Page<>(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return request.page(view(request, none).refusing(request.text("unknown-account")));
    }

    private static View view(AdminRequest request, Page<NamedActivity> page) {
        Entries entries = Entries.NONE.with(ACCOUNT, request.query(ACCOUNT));
        FormField field = FormField.of(ACCOUNT, request.text("activity.filter"), InputType.SEARCH)
                .optional();
        return request.view(
                PATH,
                request.text("activity.title"),
                List.of(
                        request.search(PATH, List.of(entries.in(field)), "accounts.filter.action"),
                        new ListPage(PATH, Map.of(ACCOUNT, request.query(ACCOUNT)))
                                .table(
                                        request,
                                        page,
                                        "activity",
                                        List.of("at", "event", "actor", "account", "object"),
                                        page.results().stream()
                                                .map(each -> cells(request, each))
                                                .toList())));
    }

    private static List<Cell> cells(AdminRequest request, NamedActivity each) {
        Activity entry = each.activity();
        return row(
                request.moment(entry.at()),
                Cell.of(request.text("event." + entry.event().word())),
                each.actor().map(name -> account(request, name)).orElseGet(() -> Cell.of(entry.actor())),
                target(request, each),
                Cell.code(entry.object()));
    }

    /** The account that it was done to, where that is another one than did it. */
    private static Cell target(AdminRequest request, NamedActivity each) {
        if (each.account().equals(each.actor())) {
            return each.account().isPresent()
                    ? Cell.of("")
                    : Cell.code(each.activity().account().map(AccountId::value).orElse(""));
        }
        return each.account()
                .map(name -> account(request, name))
                .orElseGet(() -> Cell.code(
                        each.activity().account().map(AccountId::value).orElse("")));
    }

    private static Cell account(AdminRequest request, Username name) {
        return request.may(OwnPermissions.VIEW_ACCOUNT)
                ? Cell.link(name.value(), request.path("/admin/accounts/" + ListPage.encoded(name.value())))
                : Cell.of(name.value(), Tone.PLAIN);
    }
}
