package io.github.auraauth.app.cli.group;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura group create}. */
@Command(name = "create", description = "Makes a group.")
final class GroupCreateCommand extends NamedGroupCommand {
    @Option(
            names = "--permission",
            paramLabel = "PERMISSION",
            split = ",",
            description = "Code names; see aura permission list.")
    private List<String> permissions = List.of();

    @Option(names = "--json", description = "Print the group on one line.")
    private boolean json;

    GroupCreateCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        super.check();
        permissions(permissions);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.groups().create(name(), permissions(permissions), actor, deadline), made -> {
            if (json) {
                print(GroupCommands.text(made, true));
            } else {
                say("made");
            }
            return ExitStatus.DONE;
        });
    }
}
