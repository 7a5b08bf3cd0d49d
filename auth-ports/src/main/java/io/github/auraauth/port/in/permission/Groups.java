package io.github.auraauth.port.in.permission;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Groups; without the permission one finds those that one is in. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow.
 */
public interface Groups {

    /** A part of all groups by name; of one's own alone without {@code list_group}. */
    Outcome<Page<Group>> list(PageRequest page, Actor actor, Deadline deadline);

    /** One group; absent where it is neither one's own nor to be seen. */
    Outcome<Group> find(GroupName name, Actor actor, Deadline deadline);

    /** Makes a group, with no permission that the actor has not. */
    Outcome<Group> create(GroupName name, Set<Permission> permissions, Actor actor, Deadline deadline);

    /** Changes a group; no permission is given or taken that the actor has not. */
    Outcome<Group> change(
            GroupName name,
            Optional<GroupName> newName,
            Optional<Set<Permission>> permissions,
            Actor actor,
            Deadline deadline);

    /** Deletes a group, and with it its permissions from its members. */
    Outcome<GroupName> delete(GroupName name, Actor actor, Deadline deadline);
}
