package io.github.auraauth.domain.permission;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rights of an account, or of one credential of it.
 *
 * @param superuser whether every permission is held, also those that nobody has named yet
 * @param staff whether administration is open
 * @param permissions held by name; of a superuser maybe none
 */
public record Rights(boolean superuser, boolean staff, Set<Permission> permissions) {
    /** Of somebody who may do nothing but care for what is their own. */
    public static final Rights NONE = new Rights(false, false, Set.of());

    /** Of a superuser. */
    public static final Rights ALL = new Rights(true, true, Set.of());

    public Rights {
        permissions = Set.copyOf(requireNonNull(permissions, "permissions"));
    }

    /** Whether the permission is held. */
    public boolean has(Permission permission) {
        return superuser || permissions.contains(requireNonNull(permission, "permission"));
    }

    /** Whether each of them is held. */
    public boolean hasAll(Set<Permission> asked) {
        return superuser || permissions.containsAll(asked);
    }

    /**
     * Whether nothing of the others' goes beyond these: nobody gives, takes away or takes over what they have not.
     */
    public boolean cover(Rights others) {
        return superuser
                || !others.superuser && (staff || !others.staff) && permissions.containsAll(others.permissions);
    }

    /** The rights of a credential that carries only those permissions: no more than are held, and never all. */
    public Rights restrictedTo(Set<Permission> carried) {
        Set<Permission> both = new HashSet<>(carried);
        if (!superuser) {
            both.retainAll(permissions);
        }
        return new Rights(false, false, both);
    }

    /** The permissions that are held, of those that are known. */
    public Set<Permission> among(Set<Permission> known) {
        Set<Permission> held = new TreeSet<>(superuser ? known : permissions);
        held.addAll(permissions);
        return held;
    }
}
