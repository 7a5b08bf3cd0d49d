package io.github.auraauth.adapter.pages.admin.view;

import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.FormField.Option;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The choice of permissions: a box for each that is known and that whoever chooses has, and for each that is held already;
 * where there are too many for a page, boxes for those that are held and a text for others.
 */
public final class PermissionFields {
    private static final String TICKED = "permissions";
    private static final String WRITTEN = "other_permissions";
    private static final int MOST = 100;

    private PermissionFields() {}

    /** What was chosen, with what is wrong with it. */
    public static Entries read(AdminRequest request) {
        return Entries.NONE
                .with(TICKED, request.ticked(TICKED))
                .with(WRITTEN, request.field(WRITTEN))
                .requiring(
                        written(request).stream()
                                .allMatch(name -> Permission.parse(name).isPresent()),
                        WRITTEN,
                        request.text("fault.permissions"));
    }

    /** What is held. */
    public static Entries of(Collection<Permission> held) {
        return Entries.NONE.with(TICKED, held.stream().map(Permission::codeName).collect(Collectors.toSet()));
    }

    /** The permissions that were chosen, of entries that are good. */
    public static Set<Permission> chosen(AdminRequest request) {
        Set<String> names = new LinkedHashSet<>(request.ticked(TICKED));
        names.addAll(written(request));
        return names.stream().flatMap(name -> Permission.parse(name).stream()).collect(Collectors.toSet());
    }

    /**
     * The fields.
     *
     * @param known permissions
     * @param held whose boxes are there in any case
     */
    public static List<FormField> fields(
            AdminRequest request, List<DescribedPermission> known, Collection<Permission> held, Entries entries) {
        List<DescribedPermission> givable =
                known.stream().filter(each -> request.may(each.permission())).toList();
        boolean few = givable.size() <= MOST;
        Map<String, String> boxes = new TreeMap<>();
        held.forEach(permission -> boxes.put(permission.codeName(), ""));
        known.stream()
                .filter(each -> few && request.may(each.permission()) || held.contains(each.permission()))
                .forEach(each -> boxes.put(each.permission().codeName(), each.text()));
        List<FormField> fields = new ArrayList<>();
        if (!boxes.isEmpty()) {
            List<Option> options = new ArrayList<>();
            boxes.forEach((name, text) -> options.add(new Option(name, name, text)));
            fields.add(entries.in(FormField.of(TICKED, request.text("permissions.field"), InputType.CHECKBOXES)
                    .from(options)
                    .hinted(request.text("permissions.field.hint"))));
        }
        if (!few) {
            fields.add(entries.in(FormField.of(WRITTEN, request.text("permissions.others"), InputType.MULTILINE)
                    .optional()
                    .hinted(request.text("permissions.others.hint"))));
        }
        return fields;
    }

    private static List<String> written(AdminRequest request) {
        return Arrays.stream(request.field(WRITTEN).split("[\\s,]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
