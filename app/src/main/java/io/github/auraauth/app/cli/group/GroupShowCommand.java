package io.github.auraauth.app.cli.group;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura group show}. */
@Command(name = "show", description = "Shows a group with its permissions, as JSON.")
final class GroupShowCommand extends NamedGroupCommand {
    @Option(names = "--json", description = "On one line.")
    private boolean json;

    GroupShowCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.groups().find(name(), actor, deadline), found -> {
            print(GroupCommands.text(found, json));
            return ExitStatus.DONE;
        });
    }
}
