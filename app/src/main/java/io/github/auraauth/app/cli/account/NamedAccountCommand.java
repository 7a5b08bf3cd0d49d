package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.domain.account.Username;
import picocli.CommandLine.Parameters;

/** The base of the commands about one account: its user name. */
abstract class NamedAccountCommand extends AccountCommand {
    @Parameters(paramLabel = "NAME", description = "User name, in whatever spelling.")
    private String name = "";

    NamedAccountCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() throws Exception {
        username();
    }

    final Username username() {
        return username(name);
    }
}
