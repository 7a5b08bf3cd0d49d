package io.github.auraauth.adapter.pages.admin.permission;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.admin.view.PermissionFields;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.Kind;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One group: its name and its permissions. */
public final class GroupEndpoints {
    static final String NEW = "/admin/new-group";

    private static final String PATH = "/admin/group";
    private static final String DELETION = "/admin/group-deletion";
    private static final String NAME = "group_name";
    private static final String FORMER = "former_name";
    private static final String REVISION = "revision";

    private final Groups groups;
    private final Permissions permissions;
    private final AdminSite site;

    public GroupEndpoints(Groups groups, Permissions permissions, AdminSite site) {
        this.groups = groups;
        this.permissions = permissions;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "showNewGroup", site.show(this::showNew),
                "createGroup", site.change(this::create),
                "showGroup", site.show(this::show),
                "changeGroup", site.change(this::change),
                "showGroupDeletion", site.show(this::showDeletion),
                "deleteGroup", site.change(this::delete));
    }

    private Endpoint.Action showNew(AdminRequest request) {
        return deadline -> request.page(form(request, Optional.empty(), Entries.NONE, deadline));
    }

    private Endpoint.Action create(AdminRequest request) {
        Entries entries = read(request);
        Optional<GroupName> name = GroupName.parse(request.field(NAME)).filter(read -> entries.areGood());
        return deadline -> name.map(wanted -> groups.create(
                                wanted, PermissionFields.chosen(request), request.actor(), deadline)
                        .fold(
                                group -> request.done(GroupListEndpoints.pathOf(group.name()), "group-created"),
                                refusal -> refused(request, Optional.empty(), entries, refusal, deadline)))
                .orElseGet(() -> request.page(
                        form(request, Optional.empty(), entries, deadline).refusing()));
    }

    private Endpoint.Action show(AdminRequest request) {
        Optional<GroupName> name = GroupName.parse(request.query("name"));
        return deadline -> name.map(wanted -> groups.find(wanted, request.actor(), deadline)
                        .fold(
                                group -> request.page(form(request, Optional.of(group), of(group), deadline)),
                                refusal -> request.refused(GroupListEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private Endpoint.Action change(AdminRequest request) {
        Optional<GroupName> former = GroupName.parse(request.field(FORMER));
        Entries entries = read(request);
        return deadline -> former.map(name -> groups.find(name, request.actor(), deadline)
                        .fold(
                                group -> changed(request, group, entries, deadline),
                                refusal -> request.refused(GroupListEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private Response changed(AdminRequest request, Group group, Entries entries, Deadline deadline) {
        Optional<GroupName> name = GroupName.parse(request.field(NAME)).filter(read -> entries.areGood());
        if (name.isEmpty()) {
            return request.page(
                    form(request, Optional.of(group), entries, deadline).refusing());
        }
        Set<Permission> chosen = PermissionFields.chosen(request);
        boolean same = group.permissions().equals(chosen) && group.name().equals(name.get());
        if (!same && !request.field(REVISION).equals(Long.toString(group.revision()))) {
            return request.page(
                    form(request, Optional.of(group), of(group), deadline).refusing(request.text("changed-meanwhile")));
        }
        return groups.change(group.name(), name, Optional.of(chosen), request.actor(), deadline)
                .fold(
                        done -> request.done(GroupListEndpoints.pathOf(done.name()), "group-changed"),
                        refusal -> refused(request, Optional.of(group), entries, refusal, deadline));
    }

    private Endpoint.Action showDeletion(AdminRequest request) {
        Optional<GroupName> name = GroupName.parse(request.query("name"));
        return deadline -> name.map(wanted -> groups.find(wanted, request.actor(), deadline)
                        .fold(
                                group -> request.page(deletion(request, group.name())),
                                refusal -> request.refused(GroupListEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private Endpoint.Action delete(AdminRequest request) {
        Optional<GroupName> name = GroupName.parse(request.field(FORMER));
        return deadline -> name.map(wanted -> groups.delete(wanted, request.actor(), deadline)
                        .fold(
                                done -> request.done(GroupListEndpoints.PATH, "group-deleted"),
                                refusal -> refusal.reason() == Reason.ABSENT
                                        ? request.absent()
                                        : request.page(deletion(request, wanted).refusing(request.reason(refusal)))))
                .orElseGet(request::absent);
    }

    private static View deletion(AdminRequest request, GroupName name) {
        return new Confirmation(
                        GroupListEndpoints.PATH,
                        "group-deletion",
                        Map.of("group", name.value()),
                        DELETION,
                        GroupListEndpoints.pathOf(name))
                .view(request, List.of(), Map.of(FORMER, name.value()), List.of());
    }

    private Response refused(
            AdminRequest request, Optional<Group> group, Entries entries, Refusal refusal, Deadline deadline) {
        String reason = request.reason(refusal);
        return request.page(
                refusal.reason() == Reason.TAKEN
                        ? form(request, group, entries.faulty(NAME, reason), deadline)
                                .refusing()
                        : form(request, group, entries, deadline).refusing(reason));
    }

    private static Entries read(AdminRequest request) {
        return PermissionFields.read(request)
                .with(NAME, request.field(NAME))
                .requiring(GroupName.parse(request.field(NAME)).isPresent(), NAME, request.text("fault.group-name"));
    }

    private static Entries of(Group group) {
        return PermissionFields.of(group.permissions()).with(NAME, group.name().value());
    }

    /** @param group absent where a new one is made */
    private View form(AdminRequest request, Optional<Group> group, Entries entries, Deadline deadline) {
        List<FormField> fields = new ArrayList<>();
        fields.add(entries.in(FormField.of(NAME, request.text("group.name"), Kind.TEXT)));
        fields.addAll(PermissionFields.fields(
                request,
                permissions.list(deadline),
                group.map(Group::permissions).orElse(Set.of()),
                entries));
        List<Element> elements = new ArrayList<>();
        group.ifPresent(each -> elements.add(Links.of(links(request, each.name()))));
        boolean may = request.may(group.isPresent() ? OwnPermissions.UPDATE_GROUP : OwnPermissions.CREATE_GROUP);
        if (may) {
            elements.add(group.map(each -> request.form(PATH, fields, "group.action", Form.Kind.MAIN)
                            .with(FORMER, each.name().value())
                            .with(REVISION, Long.toString(each.revision())))
                    .orElseGet(() -> request.form(NEW, fields, "new-group.action", Form.Kind.MAIN)));
        } else {
            group.ifPresent(each -> elements.add(GroupFacts.of(request, each)));
        }
        String title = group.map(each -> each.name().value()).orElseGet(() -> request.text("new-group.title"));
        return request.view(GroupListEndpoints.PATH, title, elements)
                .below(new Links.Link(request.path(GroupListEndpoints.PATH), request.text("groups.title")));
    }

    private static Links.Link[] links(AdminRequest request, GroupName name) {
        List<Links.Link> links = new ArrayList<>();
        if (request.may(OwnPermissions.LIST_ACCOUNT)) {
            links.add(request.link("/admin/accounts?group=" + ListPage.encoded(name.value()), "group.members"));
        }
        if (request.may(OwnPermissions.DESTROY_GROUP)) {
            links.add(request.link(DELETION + "?name=" + ListPage.encoded(name.value()), "group.deletion"));
        }
        return links.toArray(Links.Link[]::new);
    }
}
