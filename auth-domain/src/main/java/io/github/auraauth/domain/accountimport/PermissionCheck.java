package io.github.auraauth.domain.accountimport;

import io.github.auraauth.domain.accountimport.AccountDump.DumpedGroup;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedPermission;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at the permissions and groups of a dump. A permission is known by its code name alone here, without a content type. */
final class PermissionCheck {
    private final List<String> problems;
    private final Map<Permission, DescribedPermission> permissions = new TreeMap<>();
    private final Map<GroupName, Set<Permission>> groups = new LinkedHashMap<>();

    PermissionCheck(AccountDump dump, List<String> problems) {
        this.problems = problems;
        permissions(dump.permissions());
        dump.groups().forEach(this::group);
    }

    List<DescribedPermission> permissions() {
        return List.copyOf(permissions.values());
    }

    Map<GroupName, Set<Permission>> groups() {
        return groups;
    }

    /** The permission of a code name, as somebody in the dump has it; one that the dump does not describe is taken too. */
    Optional<Permission> permission(String codeName, String holder) {
        Optional<Permission> permission = Permission.parse(codeName);
        if (permission.isEmpty()) {
            problems.add(holder + " has the permission \"" + DumpedAccount.shown(codeName)
                    + "\", which is no code name here");
        }
        permission.ifPresent(each -> permissions.computeIfAbsent(each, DescribedPermission::undescribed));
        return permission;
    }

    /** The group of a name, as somebody in the dump is in it. */
    Optional<GroupName> group(String name, String member) {
        Optional<GroupName> group = GroupName.parse(name).filter(groups::containsKey);
        if (group.isEmpty()) {
            problems.add(member + " is in the group \"" + DumpedAccount.shown(name) + "\", which is not in the dump");
        }
        return group;
    }

    private void permissions(List<DumpedPermission> dumped) {
        Map<String, Set<String>> contentTypes = new TreeMap<>();
        for (DumpedPermission each : dumped) {
            contentTypes
                    .computeIfAbsent(each.codeName(), name -> new TreeSet<>())
                    .add(each.contentType());
            Optional<Permission> permission = Permission.parse(each.codeName());
            if (permission.isEmpty()) {
                problems.add("auth.permission \"" + DumpedAccount.shown(each.codeName()) + "\" of " + each.contentType()
                        + " is not of the form <action>_<entity>");
            }
            permission.ifPresent(found -> permissions.put(found, described(found, each.text())));
        }
        contentTypes.forEach((codeName, types) -> {
            if (types.size() > 1) {
                problems.add("auth.permission \"" + DumpedAccount.shown(codeName)
                        + "\" is one of several content types: " + String.join(", ", types));
            }
        });
    }

    private void group(DumpedGroup group) {
        String label = "auth.group \"" + DumpedAccount.shown(group.name()) + '"';
        Set<Permission> held = new HashSet<>();
        group.permissions().forEach(codeName -> permission(codeName, label).ifPresent(held::add));
        Optional<GroupName> name = GroupName.parse(group.name());
        if (name.isEmpty()) {
            problems.add(label + " has a name that cannot be one here");
        } else if (groups.putIfAbsent(name.get(), held) != null) {
            problems.add(label + " has the name of another group");
        }
    }

    private static DescribedPermission described(Permission permission, String text) {
        boolean usable = !text.isBlank() && text.length() <= 255;
        return usable ? new DescribedPermission(permission, text) : DescribedPermission.undescribed(permission);
    }
}
