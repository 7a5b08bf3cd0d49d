package io.github.auraauth.adapter.pages.admin.permission;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.PermissionFields;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One group: its name and its permissions. */
public final class GroupPageEndpoints {
    private final Groups groups;
    private final GroupForm form;
    private final AdminSite site;

    public GroupPageEndpoints(Groups groups, Permissions permissions, AdminSite site) {
        this.groups = groups;
        this.form = new GroupForm(permissions);
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
        return deadline -> request.page(form.view(request, Optional.empty(), Entries.NONE, deadline));
    }

    private Endpoint.Action create(AdminRequest request) {
        Entries entries = GroupForm.read(request);
        Optional<GroupName> name =
                GroupName.parse(request.field(GroupForm.NAME)).filter(read -> entries.areGood());
        return deadline -> name.map(wanted -> groups.create(
                                wanted, PermissionFields.chosen(request), request.actor(), deadline)
                        .fold(
                                group -> request.done(GroupListEndpoints.pathOf(group.name()), "group-created"),
                                refusal -> refused(request, Optional.empty(), entries, refusal, deadline)))
                .orElseGet(() -> request.page(
                        form.view(request, Optional.empty(), entries, deadline).refusing()));
    }

    private Endpoint.Action show(AdminRequest request) {
        Optional<GroupName> name = GroupName.parse(request.query("name"));
        return deadline -> name.map(wanted -> groups.find(wanted, request.actor(), deadline)
                        .fold(
                                group -> request.page(
                                        form.view(request, Optional.of(group), GroupForm.of(group), deadline)),
                                refusal -> request.refused(GroupListEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private Endpoint.Action change(AdminRequest request) {
        Optional<GroupName> former = GroupName.parse(request.field(GroupForm.FORMER));
        Entries entries = GroupForm.read(request);
        return deadline -> former.map(name -> groups.find(name, request.actor(), deadline)
                        .fold(
                                group -> changed(request, group, entries, deadline),
                                refusal -> request.refused(GroupListEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private Response changed(AdminRequest request, Group group, Entries entries, Deadline deadline) {
        Optional<GroupName> name =
                GroupName.parse(request.field(GroupForm.NAME)).filter(read -> entries.areGood());
        if (name.isEmpty()) {
            return request.page(
                    form.view(request, Optional.of(group), entries, deadline).refusing());
        }
        Set<Permission> chosen = PermissionFields.chosen(request);
        boolean same = group.permissions().equals(chosen) && group.name().equals(name.get());
        if (!same && !request.field(GroupForm.REVISION).equals(Long.toString(group.revision()))) {
            return request.page(form.view(request, Optional.of(group), GroupForm.of(group), deadline)
                    .refusing(request.text("changed-meanwhile")));
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
        Optional<GroupName> name = GroupName.parse(request.field(GroupForm.FORMER));
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
                        GroupForm.DELETION,
                        GroupListEndpoints.pathOf(name))
                .view(request, List.of(), Map.of(GroupForm.FORMER, name.value()), List.of());
    }

    private Response refused(
            AdminRequest request, Optional<Group> group, Entries entries, Refusal refusal, Deadline deadline) {
        String reason = request.reason(refusal);
        return request.page(
                refusal.reason() == Reason.TAKEN
                        ? form.view(request, group, entries.faulty(GroupForm.NAME, reason), deadline)
                                .refusing()
                        : form.view(request, group, entries, deadline).refusing(reason));
    }
}
