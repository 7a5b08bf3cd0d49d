package io.github.auraauth.app.cli.token;

import io.github.auraauth.app.cli.command.ProcessContext;
import picocli.CommandLine;

/** The commands of {@code aura token}. */
public final class TokenCommands {
    private TokenCommands() {}

    /** Adds them to their group and returns it. */
    public static CommandLine addTo(CommandLine group, ProcessContext context) {
        return group.addSubcommand(new TokenCreateCommand(context))
                .addSubcommand(new TokenListCommand(context))
                .addSubcommand(new TokenRevokeCommand(context));
    }
}
