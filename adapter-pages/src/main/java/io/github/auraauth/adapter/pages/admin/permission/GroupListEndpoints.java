package io.github.auraauth.adapter.pages.admin.permission;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.permission.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The list of groups. */
public final class GroupListEndpoints {
    /** Path of the list. */
    public static final String PATH = "/admin/groups";

    private final Groups groups;
    private final AdminSite site;

    public GroupListEndpoints(Groups groups, AdminSite site) {
        this.groups = groups;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("listGroups", site.show(this::list));
    }

    /** Where a group is. */
    static String pathOf(GroupName name) {
        return "/admin/group?name=" + ListPage.encoded(name.value());
    }

    private Endpoint.Action list(AdminRequest request) {
        PageRequest asked = ListPage.asked(request);
        return deadline -> groups.list(asked, request.actor(), deadline)
                .fold(page -> shown(request, page), refusal -> request.refused(PATH, refusal));
    }

    private static Response shown(AdminRequest request, Page<Group> page) {
        List<Element> elements = new ArrayList<>();
        if (request.may(OwnPermissions.CREATE_GROUP)) {
            elements.add(Links.of(request.link(GroupForm.NEW, "groups.new")));
        }
        elements.add(new ListPage(PATH, Map.of())
                .table(
                        request,
                        page,
                        "groups",
                        List.of("name", "permissions"),
                        page.results().stream()
                                .map(group -> row(
                                        Cell.link(group.name().value(), request.path(pathOf(group.name()))),
                                        Cell.of(permissions(group), Tone.QUIET)))
                                .toList()));
        return request.page(request.view(PATH, request.text("groups.title"), elements));
    }

    private static String permissions(Group group) {
        return String.join(
                ", ",
                group.permissions().stream()
                        .map(permission -> permission.codeName())
                        .sorted()
                        .toList());
    }
}
