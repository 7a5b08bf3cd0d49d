package io.github.auraauth.port.in.permission;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * The permissions that are known here, this service's own and those of others that ask it. Safe for use by many threads;
 * every method throws {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface Permissions {

    /** All of them, by code name. */
    List<DescribedPermission> list(Deadline deadline);

    /** Makes one known. */
    Outcome<DescribedPermission> create(DescribedPermission permission, Actor actor, Deadline deadline);

    /** Forgets one that is not this service's own; whoever has it keeps it. */
    Outcome<Permission> delete(Permission permission, Actor actor, Deadline deadline);
}
