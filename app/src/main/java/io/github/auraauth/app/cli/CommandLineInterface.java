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
import io.github.auraauth.app.cli.command.ExitStatus;
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
import io.github.auraauth.app.config.ConfigurationException;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.port.Outage;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** All commands, and what their failures mean for the exit status. */
public final class CommandLineInterface {
    private static final Pattern COMMAND = Pattern.compile("[a-z][a-z-]{0,30}");
    private static final Pattern OPTION = Pattern.compile("--?[a-z][a-z-]{0,30}");

    private final ProcessContext context;

    public CommandLineInterface(ProcessContext context) {
        this.context = context;
    }

    /** Runs the command that the arguments name and returns the exit status. */
    public int execute(String... arguments) {
        CommandLine commands = new CommandLine(new CommandGroups.Aura())
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new CommandLine(new CommandGroups.ApiKey())
                        .addSubcommand(new ApiKeyGenerateCommand(context))
                        .addSubcommand(new ApiKeyInspectCommand(context))
                        .addSubcommand(new ApiKeyRegisterCommand(context))
                        .addSubcommand(new ApiKeyListCommand(context))
                        .addSubcommand(new ApiKeyRotateCommand(context))
                        .addSubcommand(new ApiKeyRevokeCommand(context)))
                .addSubcommand(
                        new CommandLine(new CommandGroups.Config()).addSubcommand(new ConfigPrintCommand(context)))
                .addSubcommand(new CommandLine(new CommandGroups.State()).addSubcommand(new StateIssueCommand(context)))
                .addSubcommand(new CommandLine(new CommandGroups.Users())
                        .addSubcommand(new UserShowCommand(context))
                        .addSubcommand(new UserFindCommand(context))
                        .addSubcommand(new UserRemoveCommand(context))
                        .addSubcommand(new UserEraseCommand(context))
                        .addSubcommand(new UserExportCommand(context)))
                .addSubcommand(
                        new CommandLine(new CommandGroups.Terms()).addSubcommand(new TermsReportCommand(context)))
                .addSubcommand(AccountCommands.addTo(new CommandLine(new CommandGroups.Account()), context))
                .addSubcommand(GroupCommands.addTo(new CommandLine(new CommandGroups.AccountGroup()), context))
                .addSubcommand(PermissionCommands.addTo(new CommandLine(new CommandGroups.Permission()), context))
                .addSubcommand(TokenCommands.addTo(new CommandLine(new CommandGroups.Token()), context))
                .addSubcommand(OidcCommands.addTo(new CommandLine(new CommandGroups.Oidc()), context))
                .addSubcommand(AuditCommands.addTo(new CommandLine(new CommandGroups.Audit()), context))
                .addSubcommand(new CommandLine(new CommandGroups.Secrets())
                        .addSubcommand(new SecretsReencryptCommand(context)))
                .addSubcommand(new MakeupCommand(context))
                .addSubcommand(new BackupCommand(context))
                .addSubcommand(new RestoreCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new CompletionCommand(context))
                .addSubcommand(new CommandLine.HelpCommand());
        commands.setOut(writer(context.out()));
        commands.setErr(writer(context.err()));
        commands.getCommandSpec().version("aura-auth " + context.version());
        commands.setParameterExceptionHandler((fault, given) -> usage(fault));
        commands.setExecutionExceptionHandler((fault, command, given) -> failure(fault));
        return commands.execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private int usage(CommandLine.ParameterException fault) {
        context.err().println("aura: " + words(fault));
        fault.getCommandLine().usage(context.err());
        return ExitStatus.USAGE;
    }

    /** Options and commands are named; another argument too many may be a key or a person's number and is not repeated. */
    private static String words(CommandLine.ParameterException fault) {
        if (!(fault instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return String.valueOf(fault.getMessage());
        }
        CommandLine command = fault.getCommandLine();
        String first = unmatched.getUnmatched().get(0);
        if (!command.getSubcommands().isEmpty() && COMMAND.matcher(first).matches()) {
            return "there is no command " + command.getCommandSpec().qualifiedName() + ' ' + first;
        }
        return unmatched.getUnmatched().stream()
                .map(argument -> argument.split("=", 2)[0])
                .filter(name -> OPTION.matcher(name).matches())
                .findFirst()
                .map(name -> "there is no option " + name)
                .orElse("there is an argument too many");
    }

    private int failure(Exception fault) {
        if (fault instanceof ConfigurationException
                || fault instanceof DataFolderException
                || fault instanceof StartRefused) {
            return said(String.valueOf(fault.getMessage()), ExitStatus.CONFIGURATION);
        }
        if (fault instanceof Outage.Refused refused) {
            return said(refused.getMessage() + ": " + CommandServices.remedy(refused), ExitStatus.UNAVAILABLE);
        }
        if (fault instanceof Outage) {
            return said(fault.getMessage() + "; aura doctor tries each dependency", ExitStatus.UNAVAILABLE);
        }
        // the message of anything else may hold what must not be shown
        String where = List.of(fault.getStackTrace()).stream()
                .limit(3)
                .map(frame -> " < " + frame)
                .reduce("", String::concat);
        return said("fault of this program: " + fault.getClass().getName() + where, ExitStatus.SOFTWARE);
    }

    private int said(String message, int status) {
        context.err().println("aura: " + message);
        return status;
    }
}
