package io.github.auraauth.app.cli;

import io.github.auraauth.app.wiring.Tools;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands on stored things share: they open the database, and give up after a while. */
@Command(mixinStandardHelpOptions = true)
abstract class StoreCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProcessContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    StoreCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws Exception {
        check();
        try (Tools tools = context.tools(context.configuration())) {
            return call(tools, Deadline.in(patience(), context.clock()));
        }
    }

    /** How long the command may take: half a minute, unless it says otherwise. */
    Duration patience() {
        return PATIENCE;
    }

    /** Refuses wrong arguments before anything is opened. */
    abstract void check() throws Exception;

    abstract int call(Tools tools, Deadline deadline);

    final ProcessContext context() {
        return context;
    }

    final void say(String message) {
        context.err().println("aura: " + message);
    }

    /** Says it and returns the status. */
    final int said(String message, int status) {
        say(message);
        return status;
    }

    final CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
