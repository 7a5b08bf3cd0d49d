package io.github.auraauth.app.cli.group;

import io.github.auraauth.app.cli.account.AccountCommand;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.domain.permission.GroupName;
import picocli.CommandLine.Parameters;

/** The base of the commands about one group: its name. */
abstract class NamedGroupCommand extends AccountCommand {
    @Parameters(paramLabel = "NAME", description = "Name of the group, exactly.")
    private String name = "";

    NamedGroupCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        name();
    }

    final GroupName name() {
        return group(name);
    }
}
