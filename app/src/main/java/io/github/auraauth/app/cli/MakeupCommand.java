package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aura makeup}: what a start does first, alone. */
@Command(name = "makeup", description = "Makes the indexes that the database lacks.", mixinStandardHelpOptions = true)
final class MakeupCommand implements Callable<Integer> {
    private final ProcessContext context;

    MakeupCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (CommandServices tools = context.tools(context.configuration())) {
            List<String> applied =
                    tools.operations().makeUp(told -> context.err().println("aura: " + told));
            applied.forEach(version -> context.out().println("applied " + version));
            if (applied.isEmpty()) {
                context.out().println("nothing to do");
            }
            return ExitStatus.DONE;
        }
    }
}
