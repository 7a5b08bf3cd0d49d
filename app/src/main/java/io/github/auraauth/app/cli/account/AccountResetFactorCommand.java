package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;

/** {@code aura account reset-factor}. */
@Command(
        name = "reset-factor",
        description = "Takes the second factors of an account away, and signs it out everywhere.")
final class AccountResetFactorCommand extends NamedAccountCommand {
    AccountResetFactorCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(
                services.secondFactors().reset(username(), actor, deadline),
                "its second factors are gone, and it is signed out everywhere; its owner is told at the next login");
    }
}
