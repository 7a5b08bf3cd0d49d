package io.github.auraauth.app.cli.account;

import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options for rights that are given to an account, or taken from it. */
final class RightsOptions {
    @Option(names = "--superuser", description = "Every permission there is.")
    private boolean superuser;

    @Option(names = "--staff", description = "May log in to administration, with shorter sessions.")
    private boolean staff;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "A group, by name as aura group list shows it; may be given again.")
    private List<String> groups = List.of();

    @Option(
            names = "--permission",
            paramLabel = "PERMISSION",
            split = ",",
            description = "Code names; see aura permission list.")
    private List<String> permissions = List.of();

    void check(AccountCommand command) {
        groups(command);
        permissions(command);
    }

    boolean isEmpty() {
        return !superuser && !staff && groups.isEmpty() && permissions.isEmpty();
    }

    Optional<Boolean> superuser() {
        return superuser ? Optional.of(true) : Optional.empty();
    }

    Optional<Boolean> staff() {
        return staff ? Optional.of(true) : Optional.empty();
    }

    Set<GroupName> groups(AccountCommand command) {
        return command.groups(groups);
    }

    Set<Permission> permissions(AccountCommand command) {
        return command.permissions(permissions);
    }
}
