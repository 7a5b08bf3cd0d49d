package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;

/** {@code aura account delete}. */
@Command(name = "delete", description = "Erases an account with its sessions, tokens and invitations.")
final class AccountDeleteCommand extends NamedAccountCommand {
    AccountDeleteCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.accounts().delete(username(), actor, deadline), "it is erased");
    }
}
