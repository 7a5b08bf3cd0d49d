package io.github.auraauth.adapter.pages.admin.permission;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.permission.Permissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The permissions that are known: ours, and those of services that ask us. */
public final class PermissionPageEndpoints {
    /** Path of the list. */
    public static final String PATH = "/admin/permissions";

    private static final String DELETION = "/admin/permission-deletion";
    private static final String CODE_NAME = "codename";
    private static final String TEXT = "text";
    private static final int SIZE = 50;

    private final Permissions permissions;
    private final AdminSite site;
    private final Set<Permission> own =
            OwnPermissions.all().stream().map(DescribedPermission::permission).collect(Collectors.toSet());

    public PermissionPageEndpoints(Permissions permissions, AdminSite site) {
        this.permissions = permissions;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "listPermissions", site.show(this::list),
                "createPermission", site.change(this::create),
                "showPermissionDeletion", site.show(this::showDeletion),
                "deletePermission", site.change(this::delete));
    }

    private Endpoint.Action list(AdminRequest request) {
        return deadline -> request.page(shown(request, permissions.list(deadline), Entries.NONE));
    }

    private Endpoint.Action create(AdminRequest request) {
        Optional<Permission> permission = Permission.parse(request.field(CODE_NAME));
        String text = request.field(TEXT);
        Entries entries = Entries.NONE
                .with(CODE_NAME, request.field(CODE_NAME))
                .with(TEXT, text)
                .requiring(permission.isPresent(), CODE_NAME, request.text("fault.codename"))
                .requiring(DescribedPermission.isText(text), TEXT, request.text("fault.permission-text"));
        if (permission.isEmpty() || !entries.areGood()) {
            return deadline -> request.page(
                    shown(request, permissions.list(deadline), entries).refusing());
        }
        DescribedPermission wanted = new DescribedPermission(permission.get(), text);
        return deadline -> permissions
                .create(wanted, request.actor(), deadline)
                .fold(
                        done -> request.done(PATH, "permission-created"),
                        refusal -> refused(request, permissions.list(deadline), entries, refusal));
    }

    private Response refused(AdminRequest request, List<DescribedPermission> all, Entries entries, Refusal refusal) {
        String reason = request.reason(refusal);
        return request.page(
                refusal.reason() == Refusal.Reason.TAKEN
                        ? shown(request, all, entries.faulty(CODE_NAME, reason)).refusing()
                        : shown(request, all, entries).refusing(reason));
    }

    private Endpoint.Action showDeletion(AdminRequest request) {
        Optional<Permission> named = Permission.parse(request.query("name")).filter(name -> !own.contains(name));
        return deadline -> named.filter(name -> permissions.list(deadline).stream()
                        .anyMatch(known -> known.permission().equals(name)))
                .map(name -> request.page(deletion(request, name)))
                .orElseGet(request::absent);
    }

    private Endpoint.Action delete(AdminRequest request) {
        Optional<Permission> named = Permission.parse(request.field(CODE_NAME));
        return deadline -> named.map(name -> permissions
                        .delete(name, request.actor(), deadline)
                        .fold(
                                done -> request.done(PATH, "permission-deleted"),
                                refusal -> request.page(shown(request, permissions.list(deadline), Entries.NONE)
                                        .refusing(request.reason(refusal)))))
                .orElseGet(request::absent);
    }

    private static View deletion(AdminRequest request, Permission permission) {
        return new Confirmation(
                        PATH, "permission-deletion", Map.of("permission", permission.codeName()), DELETION, PATH)
                .view(request, List.of(), Map.of(CODE_NAME, permission.codeName()), List.of());
    }

    private View shown(AdminRequest request, List<DescribedPermission> all, Entries entries) {
        List<Element> elements = new ArrayList<>();
        elements.add(new Paragraph(request.text("permissions.description"), Tone.QUIET));
        Page<DescribedPermission> page = part(all, request.query("cursor"));
        elements.add(new ListPage(PATH, Map.of())
                .table(
                        request,
                        page,
                        "permissions",
                        List.of("codename", "text", "whose", ""),
                        page.results().stream()
                                .map(each -> cells(request, each))
                                .toList()));
        if (request.may(OwnPermissions.CREATE_PERMISSION)) {
            elements.add(new Heading(request.text("permissions.new")));
            elements.add(request.form(
                    PATH,
                    List.of(
                            entries.in(
                                    FormField.of(CODE_NAME, request.text("permissions.column.codename"), InputType.TEXT)
                                            .hinted(request.text("permissions.codename.hint"))),
                            entries.in(FormField.of(TEXT, request.text("permissions.column.text"), InputType.TEXT))),
                    "permissions.action",
                    Form.Style.MAIN));
        }
        return request.view(PATH, request.text("permissions.title"), elements);
    }

    private List<Cell> cells(AdminRequest request, DescribedPermission each) {
        String name = each.permission().codeName();
        boolean ours = own.contains(each.permission());
        boolean deletable = !ours && request.may(OwnPermissions.DESTROY_PERMISSION);
        return row(
                Cell.code(name),
                Cell.of(each.text()),
                Cell.of(request.text(ours ? "permissions.ours" : "permissions.of-others"), Tone.QUIET),
                deletable
                        ? Cell.link(
                                request.text("permissions.delete"),
                                request.path(DELETION + "?name=" + ListPage.encoded(name)))
                        : Cell.of(""));
    }

    /** So many of a list that is there as a whole, behind or before the code name that a cursor is. */
    private static Page<DescribedPermission> part(List<DescribedPermission> all, String cursor) {
        List<DescribedPermission> rising = all.stream()
                .sorted(Comparator.comparing(DescribedPermission::permission))
                .toList();
        boolean backwards = cursor.startsWith("-");
        String from = backwards ? cursor.substring(1) : cursor;
        int begin = 0;
        while (begin < rising.size()
                && !from.isEmpty()
                && (backwards
                        ? codeName(rising, begin).compareTo(from) < 0
                        : codeName(rising, begin).compareTo(from) <= 0)) {
            begin++;
        }
        begin = backwards ? Math.max(0, begin - SIZE) : begin;
        int end = Math.min(rising.size(), begin + SIZE);
        return new Page<>(
                rising.subList(begin, end),
                end < rising.size() ? Optional.of(codeName(rising, end - 1)) : Optional.empty(),
                begin > 0 && begin < rising.size() ? Optional.of('-' + codeName(rising, begin)) : Optional.empty(),
                Optional.empty());
    }

    private static String codeName(List<DescribedPermission> all, int index) {
        return all.get(index).permission().codeName();
    }
}
