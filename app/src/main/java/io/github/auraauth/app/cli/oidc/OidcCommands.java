package io.github.auraauth.app.cli.oidc;

import io.github.auraauth.app.cli.command.ProcessContext;
import picocli.CommandLine;

/** The commands of {@code aura oidc}. */
public final class OidcCommands {
    private OidcCommands() {}

    /** Adds them to their group and returns it. */
    public static CommandLine addTo(CommandLine group, ProcessContext context) {
        return group.addSubcommand(new ClientCreateCommand(context))
                .addSubcommand(new ClientUpdateCommand(context))
                .addSubcommand(new ClientDeleteCommand(context))
                .addSubcommand(new ClientListCommand(context))
                .addSubcommand(new SigningKeyCommand.CreateRsaKey(context))
                .addSubcommand(new SigningKeyCommand.RotateKeys(context));
    }
}
