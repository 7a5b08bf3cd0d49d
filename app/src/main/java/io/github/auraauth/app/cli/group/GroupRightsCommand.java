package io.github.auraauth.app.cli.group;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives a group permissions, or takes them. */
abstract class GroupRightsCommand extends NamedGroupCommand {
    private final boolean giving;

    @Option(
            names = "--permission",
            paramLabel = "PERMISSION",
            split = ",",
            required = true,
            description = "Code names; see aura permission list.")
    private List<String> permissions = List.of();

    private GroupRightsCommand(ProcessContext context, boolean giving) {
        super(context);
        this.giving = giving;
    }

    @Override
    public void check() {
        super.check();
        permissions(permissions);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(
                services.groups()
                        .find(name(), actor, deadline)
                        .then(found -> services.groups()
                                .change(name(), Optional.empty(), Optional.of(changed(found)), actor, deadline)),
                giving ? "given" : "taken");
    }

    private Set<Permission> changed(Group found) {
        Set<Permission> wanted = new TreeSet<>(found.permissions());
        if (giving) {
            wanted.addAll(permissions(permissions));
        } else {
            permissions(permissions).stream()
                    .filter(each -> !wanted.remove(each))
                    .forEach(each -> say("it did not have " + each.codeName()));
        }
        return wanted;
    }

    /** {@code aura group grant}. */
    @Command(name = "grant", description = "Gives a group permissions.")
    static final class Grant extends GroupRightsCommand {
        Grant(ProcessContext context) {
            super(context, true);
        }
    }

    /** {@code aura group revoke}. */
    @Command(name = "revoke", description = "Takes permissions from a group.")
    static final class Revoke extends GroupRightsCommand {
        Revoke(ProcessContext context) {
            super(context, false);
        }
    }
}
