package io.github.auraauth.app.cli.command;

import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The base of the commands about stored things: they open the database, and give up after a while. */
@Command(mixinStandardHelpOptions = true)
public abstract class StoreCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProcessContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public StoreCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws Exception {
        check();
        try (CommandServices tools = context.tools(context.configuration())) {
            return call(tools, Deadline.in(patience(), context.clock()));
        }
    }

    /** How long the command may take: half a minute, unless it says otherwise. */
    public Duration patience() {
        return PATIENCE;
    }

    /** Refuses wrong arguments before anything is opened. */
    public abstract void check() throws Exception;

    public abstract int call(CommandServices tools, Deadline deadline);

    public final ProcessContext context() {
        return context;
    }

    public final void say(String message) {
        context.err().println("aura: " + message);
    }

    /** Says it and returns the status. */
    public final int said(String message, int status) {
        say(message);
        return status;
    }

    public final CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
