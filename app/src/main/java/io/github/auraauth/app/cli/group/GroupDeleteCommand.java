package io.github.auraauth.app.cli.group;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;

/** {@code aura group delete}. */
@Command(name = "delete", description = "Deletes a group, and with it its permissions from its members.")
final class GroupDeleteCommand extends NamedGroupCommand {
    GroupDeleteCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.groups().delete(name(), actor, deadline), "it is deleted");
    }
}
