package io.github.auraauth.adapter.pages.admin.permission;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.admin.view.PermissionFields;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.permission.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form of a group. */
record GroupForm(Permissions permissions) {
    static final String PATH = "/admin/group";
    static final String NEW = "/admin/new-group";
    static final String DELETION = "/admin/group-deletion";
    static final String NAME = "group_name";
    static final String FORMER = "former_name";
    static final String REVISION = "revision";

    static Entries read(AdminRequest request) {
        return PermissionFields.read(request)
                .with(NAME, request.field(NAME))
                .requiring(GroupName.parse(request.field(NAME)).isPresent(), NAME, request.text("fault.group-name"));
    }

    static Entries of(Group group) {
        return PermissionFields.of(group.permissions()).with(NAME, group.name().value());
    }

    /** @param group absent where a new one is made */
    View view(AdminRequest request, Optional<Group> group, Entries entries, Deadline deadline) {
        List<FormField> fields = new ArrayList<>();
        fields.add(entries.in(FormField.of(NAME, request.text("group.name"), InputType.TEXT)));
        fields.addAll(PermissionFields.fields(
                request,
                permissions.list(deadline),
                group.map(Group::permissions).orElse(Set.of()),
                entries));
        List<Element> elements = new ArrayList<>();
        group.ifPresent(each -> elements.add(Links.of(links(request, each.name()))));
        boolean may = request.may(group.isPresent() ? OwnPermissions.UPDATE_GROUP : OwnPermissions.CREATE_GROUP);
        if (may) {
            elements.add(group.map(each -> request.form(PATH, fields, "group.action", Form.Style.MAIN)
                            .with(FORMER, each.name().value())
                            .with(REVISION, Long.toString(each.revision())))
                    .orElseGet(() -> request.form(NEW, fields, "new-group.action", Form.Style.MAIN)));
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
