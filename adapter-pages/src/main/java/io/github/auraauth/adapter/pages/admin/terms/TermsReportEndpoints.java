package io.github.auraauth.adapter.pages.admin.terms;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.terms.TermsReport;
import io.github.auraauth.port.in.terms.TermsReport.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report of a service's terms by the version that is needed. */
public final class TermsReportEndpoints {
    /** Path of the report. */
    public static final String PATH = "/admin/terms";

    private static final String SERVICE = "service";
    private static final String VERSION = "version";

    private final Optional<TermsReport> report;
    private final AdminSite site;

    /** @param report absent where no terms are kept */
    public TermsReportEndpoints(Optional<TermsReport> report, AdminSite site) {
        this.report = report;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showTermsReport", site.show(this::show));
    }

    private Endpoint.Action show(AdminRequest request) {
        Optional<ServiceName> service = ServiceName.parse(request.query(SERVICE));
        Optional<TermsVersion> version = TermsVersion.parse(request.query(VERSION));
        boolean asked =
                !request.query(SERVICE).isEmpty() || !request.query(VERSION).isEmpty();
        Entries entries = Entries.NONE
                .with(SERVICE, request.query(SERVICE))
                .with(VERSION, request.query(VERSION))
                .requiring(!asked || service.isPresent(), SERVICE, request.text("fault.service"))
                .requiring(!asked || version.isPresent(), VERSION, request.text("fault.version"));
        PageRequest part = ListPage.asked(request);
        if (report.isEmpty()) {
            return deadline -> request.page(view(request, entries, new Paragraph(request.text("terms.off"))));
        }
        if (service.isEmpty() || version.isEmpty()) {
            View begin = view(request, entries, new Paragraph(request.text("terms.begin"), Tone.QUIET));
            return deadline -> request.page(entries.areGood() ? begin : begin.refusing());
        }
        return deadline -> report.get()
                .list(new Terms(service.get(), version.get()), part, request.actor(), deadline)
                .fold(
                        page -> request.page(view(request, entries, table(request, page))),
                        refusal -> request.refused(PATH, refusal));
    }

    private static Element table(AdminRequest request, Page<Line> page) {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put(SERVICE, request.query(SERVICE));
        filters.put(VERSION, request.query(VERSION));
        return new ListPage(PATH, filters)
                .table(
                        request,
                        page,
                        "terms",
                        List.of("user", "accepted", "version", "changed"),
                        page.results().stream()
                                .map(line -> cells(request, line))
                                .toList());
    }

    private static List<Cell> cells(AdminRequest request, Line line) {
        return row(
                Cell.code(line.userId().value()),
                line.latest().accepted()
                        ? Cell.of(request.text("terms.accepted"), Tone.GOOD)
                        : Cell.of(request.text("terms.missing"), Tone.BAD),
                line.latest()
                        .version()
                        .map(version -> Cell.of(version.value()))
                        .orElseGet(() -> Cell.of(request.text("none"), Tone.QUIET)),
                request.moment(line.changedAt()));
    }

    private static View view(AdminRequest request, Entries entries, Element answer) {
        return request.view(
                PATH,
                request.text("terms.title"),
                List.of(
                        request.search(
                                PATH,
                                List.of(
                                        entries.in(
                                                FormField.of(SERVICE, request.text("terms.service"), InputType.SEARCH)),
                                        entries.in(FormField.of(
                                                VERSION, request.text("terms.version"), InputType.SEARCH))),
                                "terms.action"),
                        answer));
    }
}
