package io.github.auraauth.app.cli.permission;

import io.github.auraauth.app.cli.account.AccountCommand;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.domain.permission.Permission;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The base of the commands about one permission: its code name. */
abstract class NamedPermissionCommand extends AccountCommand {
    @Parameters(paramLabel = "PERMISSION", description = "Its code name, such as change_show.")
    private String codeName = "";

    NamedPermissionCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        permission();
    }

    final Permission permission() {
        return permissions(List.of(codeName)).iterator().next();
    }
}
