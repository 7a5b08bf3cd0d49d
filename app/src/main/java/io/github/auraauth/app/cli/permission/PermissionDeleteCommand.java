package io.github.auraauth.app.cli.permission;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;

/** {@code aura permission delete}. */
@Command(
        name = "delete",
        description = "Forgets a permission; whoever has it keeps it. Those of this service itself stay.")
final class PermissionDeleteCommand extends NamedPermissionCommand {
    PermissionDeleteCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.permissions().delete(permission(), actor, deadline), "it is forgotten");
    }
}
