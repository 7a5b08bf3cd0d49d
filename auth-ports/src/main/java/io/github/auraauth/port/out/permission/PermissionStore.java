package io.github.auraauth.port.out.permission;

import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Collection;
import java.util.List;

/**
 * The permissions that are known here. Safe for use by many threads and processes; {@link Outage} and null arguments as in
 * {@link UserStore}.
 */
public interface PermissionStore {

    /** Adds those that are not known yet; one that is known keeps its text. Says which were added. */
    List<Permission> register(Collection<DescribedPermission> permissions, Deadline deadline);

    /** All of them as last acknowledged, by rising code name; there are hundreds, not more. */
    List<DescribedPermission> all(Deadline deadline);

    /** Forgets one; false when it is not known. Whoever has it keeps it. */
    boolean delete(Permission permission, Deadline deadline);
}
