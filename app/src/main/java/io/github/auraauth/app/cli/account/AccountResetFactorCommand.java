package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;

/** {@code aura account reset-factor}: there is no second factor yet that it could take away. */
@Command(name = "reset-factor", description = "Takes the second factors of an account away; there are none yet.")
final class AccountResetFactorCommand extends NamedAccountCommand {
    AccountResetFactorCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(
                services.accounts().find(username(), actor, deadline),
                "it has no second factor: there are none in this release");
    }
}
