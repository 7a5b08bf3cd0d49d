package io.github.auraauth.app.cli.permission;

import io.github.auraauth.app.cli.command.ProcessContext;
import picocli.CommandLine;

/** The commands of {@code aura permission}. */
public final class PermissionCommands {
    private PermissionCommands() {}

    /** Adds them to their group of commands and returns that. */
    public static CommandLine addTo(CommandLine group, ProcessContext context) {
        return group.addSubcommand(new PermissionListCommand(context))
                .addSubcommand(new PermissionCreateCommand(context))
                .addSubcommand(new PermissionDeleteCommand(context));
    }
}
