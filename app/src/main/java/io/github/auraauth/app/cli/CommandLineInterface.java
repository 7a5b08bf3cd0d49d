package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
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
        CommandLine commands = Commands.of(context, arguments);
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
