package io.github.auraauth.adapter.pages.admin;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.user.UserSearchEndpoints;
import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Table;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.RegisteredApiKeys;
import io.github.auraauth.port.in.authtoken.AuthTokenAudit;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import io.github.auraauth.port.in.health.Health;
import io.github.auraauth.port.in.health.HealthReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the service runs, what ends soon, what lies unused, and the way to a person. */
final class OverviewEndpoints {
    static final String PATH = "/admin";

    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration LONG = Duration.ofDays(90);
    private static final int MOST = 10;

    private final Health health;
    private final RegisteredApiKeys keys;
    private final AuthTokenAudit tokens;
    private final String version;
    private final AdminSite site;

    OverviewEndpoints(AdminPorts ports, String version, AdminSite site) {
        this.health = ports.health();
        this.keys = ports.apiKeys();
        this.tokens = ports.tokenAudit();
        this.version = version;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showOverview", site.show(this::show));
    }

    private Endpoint.Action show(AdminRequest request) {
        return deadline -> page(request, deadline);
    }

    private Response page(AdminRequest request, Deadline deadline) {
        List<Element> elements = new ArrayList<>();
        if (request.may(OwnPermissions.VIEW_USER)) {
            elements.add(UserSearchEndpoints.box(request, Entries.NONE));
        }
        elements.add(new Heading(request.text("overview.health")));
        elements.add(health(request, health.report(deadline)));
        if (request.may(OwnPermissions.LIST_APIKEY) || request.may(OwnPermissions.LIST_TOKEN)) {
            elements.add(new Heading(request.text("overview.ending")));
            elements.add(table(request, "ending", credentials(request, true, deadline)));
            elements.add(new Heading(request.text("overview.unused")));
            elements.add(table(request, "unused", credentials(request, false, deadline)));
        }
        return request.page(request.view(PATH, request.text("overview.title"), elements));
    }

    private Facts health(AdminRequest request, HealthReport report) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                request.text("overview.service"),
                report.ready()
                        ? Cell.of(request.text("overview.ready"), Tone.GOOD)
                        : Cell.of(request.text("overview.not-ready"), Tone.BAD)));
        facts.add(new Fact(request.text("overview.version"), Cell.code(version)));
        report.checks()
                .forEach((name, answers) -> facts.add(new Fact(
                        request.textOr("dependency." + name, name),
                        answers
                                ? Cell.of(request.text("overview.answers"), Tone.GOOD)
                                : Cell.of(request.text("overview.silent"), Tone.BAD))));
        return new Facts(facts);
    }

    /** APIKeys, then tokens, as far as they may be seen. */
    private List<List<Cell>> credentials(AdminRequest request, boolean ending, Deadline deadline) {
        Outcome<List<RegisteredApiKey>> foundKeys = ending
                ? keys.ending(SOON, MOST, request.actor(), deadline)
                : keys.unused(LONG, MOST, request.actor(), deadline);
        Outcome<List<OwnedToken>> foundTokens = ending
                ? tokens.ending(SOON, MOST, request.actor(), deadline)
                : tokens.unused(LONG, MOST, request.actor(), deadline);
        List<List<Cell>> rows = new ArrayList<>();
        list(foundKeys)
                .forEach(key -> rows.add(row(
                        Cell.of(request.text("overview.apikey"), Tone.QUIET),
                        Cell.link(
                                key.name().orElseGet(() -> request.text("apikeys.nameless")),
                                request.path(
                                        "/admin/apikeys/" + key.fingerprint().hex())),
                        Cell.of(String.join(", ", key.model().grants().apps())),
                        moment(request, ending, key.model().stamp().expiresAt(), key.lastUsedAt()))));
        list(foundTokens)
                .forEach(owned -> rows.add(row(
                        Cell.of(request.text("overview.token"), Tone.QUIET),
                        Cell.link(
                                owned.token().name().value(),
                                request.path("/admin/tokens?account="
                                        + ListPage.encoded(owned.owner().value()))),
                        Cell.of(owned.owner().value()),
                        moment(
                                request,
                                ending,
                                owned.token().times().expiresAt(),
                                owned.token().times().lastUsedAt()))));
        return rows;
    }

    private static Cell moment(AdminRequest request, boolean ending, Optional<Instant> end, Optional<Instant> use) {
        return ending ? request.moment(end, "no-end") : request.moment(use, "never");
    }

    private static <T> List<T> list(Outcome<List<T>> outcome) {
        return outcome.fold(found -> found, refusal -> List.of());
    }

    private static Table table(AdminRequest request, String which, List<List<Cell>> rows) {
        List<String> columns = List.of(
                request.text("overview.column.kind"),
                request.text("overview.column.name"),
                request.text("overview.column.whose"),
                request.text("overview.column." + which));
        return new Table(
                request.text("overview." + which), columns, rows, request.text("overview." + which + ".empty"));
    }
}
