package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura account invite}. */
@Command(
        name = "invite",
        description =
                "Prints an address at which a new password is set, once, within 24 hours; until then the old one is good.")
final class AccountInviteCommand extends NamedAccountCommand {
    @Option(names = "--json", description = "Print {invite}.")
    private boolean json;

    AccountInviteCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.accounts().invite(username(), actor, deadline), invitation -> {
            String address = services.invitationAddress().apply(invitation).toString();
            print(json ? JsonPrinter.line(Map.of("invite", address)) : address);
            return ExitStatus.DONE;
        });
    }
}
