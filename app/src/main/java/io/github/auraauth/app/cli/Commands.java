package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.account.AccountCommands;
import io.github.auraauth.app.cli.apikey.ApiKeyGenerateCommand;
import io.github.auraauth.app.cli.apikey.ApiKeyInspectCommand;
import io.github.auraauth.app.cli.apikey.ApiKeyListCommand;
import io.github.auraauth.app.cli.apikey.ApiKeyRegisterCommand;
import io.github.auraauth.app.cli.apikey.ApiKeyRevokeCommand;
import io.github.auraauth.app.cli.apikey.ApiKeyRotateCommand;
import io.github.auraauth.app.cli.audit.AuditCommands;
import io.github.auraauth.app.cli.backup.BackupCommand;
import io.github.auraauth.app.cli.backup.RestoreCommand;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.group.GroupCommands;
import io.github.auraauth.app.cli.oidc.OidcCommands;
import io.github.auraauth.app.cli.permission.PermissionCommands;
import io.github.auraauth.app.cli.secret.SecretsReencryptCommand;
import io.github.auraauth.app.cli.terms.TermsReportCommand;
import io.github.auraauth.app.cli.token.TokenCommands;
import io.github.auraauth.app.cli.user.UserEraseCommand;
import io.github.auraauth.app.cli.user.UserExportCommand;
import io.github.auraauth.app.cli.user.UserFindCommand;
import io.github.auraauth.app.cli.user.UserRemoveCommand;
import io.github.auraauth.app.cli.user.UserShowCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** All commands, by their names. */
final class Commands {
    private Commands() {}

    /** Those that the arguments may need: the one that they begin with, or all. To set all up takes a good part of a start. */
    static CommandLine of(ProcessContext context, String... arguments) {
        Map<String, Supplier<Object>> all = all(context);
        CommandLine aura = new CommandLine(new CommandGroups.Aura());
        if (arguments.length > 0 && all.containsKey(arguments[0])) {
            return aura.addSubcommand(arguments[0], all.get(arguments[0]).get());
        }
        all.forEach((name, command) -> aura.addSubcommand(name, command.get()));
        return aura.addSubcommand(new CompletionCommand(context)).addSubcommand(new CommandLine.HelpCommand());
    }

    private static Map<String, Supplier<Object>> all(ProcessContext context) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("run", () -> new RunCommand(context));
        all.put("apikey", () -> apiKey(context));
        all.put("config", () -> group(new CommandGroups.Config()).addSubcommand(new ConfigPrintCommand(context)));
        all.put("state", () -> group(new CommandGroups.State()).addSubcommand(new StateIssueCommand(context)));
        all.put("users", () -> users(context));
        all.put("terms", () -> group(new CommandGroups.Terms()).addSubcommand(new TermsReportCommand(context)));
        all.put("account", () -> AccountCommands.addTo(group(new CommandGroups.Account()), context));
        all.put("group", () -> GroupCommands.addTo(group(new CommandGroups.AccountGroup()), context));
        all.put("permission", () -> PermissionCommands.addTo(group(new CommandGroups.Permission()), context));
        all.put("token", () -> TokenCommands.addTo(group(new CommandGroups.Token()), context));
        all.put("oidc", () -> OidcCommands.addTo(group(new CommandGroups.Oidc()), context));
        all.put("audit", () -> AuditCommands.addTo(group(new CommandGroups.Audit()), context));
        all.put(
                "secrets",
                () -> group(new CommandGroups.Secrets()).addSubcommand(new SecretsReencryptCommand(context)));
        all.put("makeup", () -> new MakeupCommand(context));
        all.put("backup", () -> new BackupCommand(context));
        all.put("restore", () -> new RestoreCommand(context));
        all.put("doctor", () -> new DoctorCommand(context));
        return all;
    }

    private static CommandLine apiKey(ProcessContext context) {
        return group(new CommandGroups.ApiKey())
                .addSubcommand(new ApiKeyGenerateCommand(context))
                .addSubcommand(new ApiKeyInspectCommand(context))
                .addSubcommand(new ApiKeyRegisterCommand(context))
                .addSubcommand(new ApiKeyListCommand(context))
                .addSubcommand(new ApiKeyRotateCommand(context))
                .addSubcommand(new ApiKeyRevokeCommand(context));
    }

    private static CommandLine users(ProcessContext context) {
        return group(new CommandGroups.Users())
                .addSubcommand(new UserShowCommand(context))
                .addSubcommand(new UserFindCommand(context))
                .addSubcommand(new UserRemoveCommand(context))
                .addSubcommand(new UserEraseCommand(context))
                .addSubcommand(new UserExportCommand(context));
    }

    private static CommandLine group(CommandGroups.Group group) {
        return new CommandLine(group);
    }
}
