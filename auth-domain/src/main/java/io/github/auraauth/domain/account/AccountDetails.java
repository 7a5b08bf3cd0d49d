package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account with all that it comes to.
 *
 * @param groups that it is in, by name
 * @param rights that it has, by itself and by its groups
 * @param effective the permissions that it has, of those that are known here
 */
public record AccountDetails(Account account, List<GroupName> groups, Rights rights, Set<Permission> effective) {
    public AccountDetails {
        requireNonNull(account, "account");
        groups = groups.stream().sorted().toList();
        requireNonNull(rights, "rights");
        effective = Set.copyOf(effective);
    }

    /** The rights of an account: its own permissions and those of its groups; a superuser has all. */
    public static Rights rights(Account account, boolean superuser, List<Group> groups) {
        Set<Permission> permissions = new TreeSet<>(account.rights().permissions());
        groups.forEach(group -> permissions.addAll(group.permissions()));
        return new Rights(superuser, account.rights().staff() || superuser, permissions);
    }

    /** The same account, seen by a credential that carries less. */
    public AccountDetails as(Rights carried, Set<Permission> known) {
        return new AccountDetails(account, groups, carried, carried.among(known));
    }
}
