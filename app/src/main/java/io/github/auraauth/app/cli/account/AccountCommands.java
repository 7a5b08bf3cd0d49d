package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import picocli.CommandLine;

/** The commands of {@code aura account}. */
public final class AccountCommands {
    private AccountCommands() {}

    /** Adds them to their group and returns it. */
    public static CommandLine addTo(CommandLine group, ProcessContext context) {
        return group.addSubcommand(new AccountCreateCommand(context))
                .addSubcommand(new AccountListCommand(context))
                .addSubcommand(new AccountShowCommand(context))
                .addSubcommand(new AccountSetPasswordCommand(context))
                .addSubcommand(new AccountStateCommand.Activate(context))
                .addSubcommand(new AccountStateCommand.Deactivate(context))
                .addSubcommand(new AccountRightsCommand.Grant(context))
                .addSubcommand(new AccountRightsCommand.Revoke(context))
                .addSubcommand(new AccountDeleteCommand(context))
                .addSubcommand(new AccountExportCommand(context))
                .addSubcommand(new AccountUnlockCommand(context))
                .addSubcommand(new AccountResetFactorCommand(context))
                .addSubcommand(new AccountInviteCommand(context))
                .addSubcommand(new AccountImportCommand(context));
    }
}
