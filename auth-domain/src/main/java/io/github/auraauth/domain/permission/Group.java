package io.github.auraauth.domain.permission;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A group, whose permissions its members have.
 *
 * @param revision of what is stored, from 0 on; a change of an older one is refused
 */
public record Group(GroupId id, long revision, GroupName name, Set<Permission> permissions) {
    public Group {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        permissions = Set.copyOf(requireNonNull(permissions, "permissions"));
        if (revision < 0) {
            throw new IllegalArgumentException("revision must not be negative");
        }
    }

    /** The same group as it is to be from now on. */
    public Group with(GroupName other, Set<Permission> others) {
        return new Group(id, revision, other, others);
    }
}
