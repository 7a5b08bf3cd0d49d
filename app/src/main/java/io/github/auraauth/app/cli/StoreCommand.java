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

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    StoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public final Integer call() throws Exception {
        check();
        try (Tools tools = surroundings.tools(surroundings.configuration())) {
            return call(tools, Deadline.in(patience(), surroundings.clock()));
        }
    }

    /** How long the command may take: half a minute, unless it says otherwise. */
    Duration patience() {
        return PATIENCE;
    }

    /** Refuses wrong arguments before anything is opened. */
    abstract void check() throws Exception;

    abstract int call(Tools tools, Deadline deadline);

    final Surroundings surroundings() {
        return surroundings;
    }

    final void say(String message) {
        surroundings.err().println("aura: " + message);
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
