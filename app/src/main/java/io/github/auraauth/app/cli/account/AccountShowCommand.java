package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura account show}. */
@Command(name = "show", description = "Shows an account with its groups and permissions, as JSON.")
final class AccountShowCommand extends NamedAccountCommand {
    @Option(names = "--json", description = "On one line.")
    private boolean json;

    AccountShowCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.accounts().find(username(), actor, deadline), found -> {
            print(json ? JsonPrinter.line(AccountView.of(found)) : JsonPrinter.indented(AccountView.of(found)));
            return ExitStatus.DONE;
        });
    }
}
