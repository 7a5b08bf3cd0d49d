package io.github.auraauth.app.cli.backup;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.ProgressTeller;
import io.github.auraauth.app.wiring.CommandServices;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aura backup}: writes what is stored into a file, beside a server or without one. */
@Command(
        name = "backup",
        description = "Writes what is stored into a file, while the service serves.",
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    private final ProcessContext context;

    @Parameters(paramLabel = "FILE", description = "The file; one that is there is replaced once the new one is whole.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print {file, documents: {collection: count}}.")
    private boolean json;

    public BackupCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (CommandServices tools = context.tools(context.configuration());
                ProgressTeller progress = ProgressTeller.of(context, "backup")) {
            Map<String, Long> counts = tools.operations().backups().backUp(file, progress::at);
            progress.end();
            print(counts);
        }
        return ExitStatus.DONE;
    }

    private void print(Map<String, Long> counts) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("file", file.toString());
            answer.put("documents", counts);
            context.out().println(JsonPrinter.line(answer));
            return;
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        context.out()
                .println("backed up " + all + " documents, " + counts.getOrDefault("users", 0L)
                        + " users among them, to " + file);
    }
}
