package io.github.auraauth.adapter.pages.admin.permission;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.permission.Group;
import java.util.List;

/** The facts of a group, for those who may only look. */
final class GroupFacts {
    private GroupFacts() {}

    static Element of(AdminRequest request, Group group) {
        List<Cell> permissions = group.permissions().stream()
                .map(permission -> permission.codeName())
                .sorted()
                .map(Cell::code)
                .toList();
        return Facts.of(new Fact(
                request.text("groups.column.permissions"),
                permissions.isEmpty() ? List.of(Cell.of(request.text("none"), Tone.QUIET)) : permissions));
    }
}
