package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.Permission;
import java.util.Set;

/**
 * The rights that an account was given. Whether it is a superuser's is not here: the roster of superusers says.
 *
 * @param staff whether administration is open to it
 * @param groups whose permissions it has; a group that is no more counts for nothing
 * @param permissions of its own
 */
public record GivenRights(boolean staff, Set<GroupId> groups, Set<Permission> permissions) {
    /** Nothing. */
    public static final GivenRights NONE = new GivenRights(false, Set.of(), Set.of());

    public GivenRights {
        groups = Set.copyOf(requireNonNull(groups, "groups"));
        permissions = Set.copyOf(requireNonNull(permissions, "permissions"));
    }
}
