package io.github.auraauth.app.cli.audit;

import io.github.auraauth.app.cli.command.ProcessContext;
import picocli.CommandLine;

/** All commands of {@code aura audit}. */
public final class AuditCommands {
    private AuditCommands() {}

    /** The group with its commands. */
    public static CommandLine addTo(CommandLine group, ProcessContext context) {
        return group.addSubcommand(new AuditVerifyCommand(context)).addSubcommand(new AuditExportCommand(context));
    }
}
