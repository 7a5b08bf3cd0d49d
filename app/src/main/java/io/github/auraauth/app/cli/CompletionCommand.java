package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Prints what completes these commands in bash, and in zsh after bashcompinit:"
                + " source <(aura completion)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private final ProcessContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CommandLine all = spec.root().commandLine();
        context.out().print(AutoComplete.bash(all.getCommandName(), all));
        return ExitStatus.DONE;
    }
}
