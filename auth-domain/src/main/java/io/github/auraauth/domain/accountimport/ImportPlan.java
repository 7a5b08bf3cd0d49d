package io.github.auraauth.domain.accountimport;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The plan of an import: a dump as values of ours. */
public record ImportPlan(
        List<PlannedAccount> accounts, Map<GroupName, Set<Permission>> groups, List<DescribedPermission> permissions) {
    public ImportPlan {
        accounts = List.copyOf(accounts);
        groups = Map.copyOf(groups);
        permissions = List.copyOf(permissions);
    }

    /**
     * An account with its tokens.
     *
     * @param label what an operator finds it by in the dump
     * @param subject primary key in the dump, by which the provider there called the person
     * @param password absent where it had none
     * @param permissions of its own
     */
    public record PlannedAccount(
            String label,
            String subject,
            Username username,
            Profile profile,
            Optional<PasswordHash> password,
            DumpedAccount.Flags flags,
            DumpedAccount.Times times,
            Set<GroupName> groups,
            Set<Permission> permissions,
            List<PlannedToken> tokens) {
        public PlannedAccount {
            requireNonNull(label, "label");
            requireNonNull(subject, "subject");
            requireNonNull(username, "username");
            requireNonNull(profile, "profile");
            requireNonNull(password, "password");
            requireNonNull(flags, "flags");
            requireNonNull(times, "times");
            groups = Set.copyOf(groups);
            permissions = Set.copyOf(permissions);
            tokens = List.copyOf(tokens);
        }

        /** Only an active account can be a superuser's. */
        public boolean isSuperuser() {
            return flags.superuser() && flags.active();
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "PlannedAccount[redacted]";
        }
    }

    /** A token, which carries all that its account may do. */
    public record PlannedToken(Secret secret, Optional<Instant> created) {}
}
