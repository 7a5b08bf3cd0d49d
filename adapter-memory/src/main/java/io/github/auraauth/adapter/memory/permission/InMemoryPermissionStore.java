package io.github.auraauth.adapter.memory.permission;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.permission.PermissionStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The known permissions in the memory of one process, gone with it. */
public final class InMemoryPermissionStore implements PermissionStore {
    private final Map<Permission, DescribedPermission> known = new ConcurrentSkipListMap<>();

    @Override
    public List<Permission> register(Collection<DescribedPermission> permissions, Deadline deadline) {
        List<DescribedPermission> all = List.copyOf(requireNonNull(permissions, "permissions"));
        Deadlines.check(deadline);
        return all.stream()
                .filter(each -> known.putIfAbsent(each.permission(), each) == null)
                .map(DescribedPermission::permission)
                .toList();
    }

    @Override
    public List<DescribedPermission> all(Deadline deadline) {
        Deadlines.check(deadline);
        return List.copyOf(known.values());
    }

    @Override
    public boolean delete(Permission permission, Deadline deadline) {
        requireNonNull(permission, "permission");
        Deadlines.check(deadline);
        return known.remove(permission) != null;
    }
}
