package io.github.auraauth.app.cli.backup;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.ProgressTeller;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.app.wiring.backup.BackupServices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aura restore}: brings a backup into the configured database, beside a server or without one. */
@Command(
        name = "restore",
        description = "Brings a backup back, while the service serves; what is newer stays, what was erased or revoked"
                + " since does not come back.",
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
    private final ProcessContext context;

    @Parameters(paramLabel = "FILE", description = "What backup wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--json",
            description =
                    "Print {file, begun, collections: {collection: {added, replaced, kept, removed, conflicting}}}.")
    private boolean json;

    public RestoreCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (CommandServices tools = context.tools(context.configuration());
                ProgressTeller progress = ProgressTeller.of(context, "restore")) {
            BackupServices.CheckedFile backup = tools.operations().backups().check(file);
            tools.operations().makeUp(told -> context.err().println("aura: " + told));
            Map<String, Map<String, Long>> counts = tools.operations().backups().restore(backup, progress::at);
            progress.end();
            print(backup.begun(), counts);
        }
        return ExitStatus.DONE;
    }

    private void print(Instant begun, Map<String, Map<String, Long>> counts) {
        String time = JsonPrinter.time(begun);
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("file", file.toString());
            answer.put("begun", time);
            answer.put("collections", counts);
            context.out().println(JsonPrinter.line(answer));
            return;
        }
        context.out().println("restored " + file + " of " + time);
        counts.forEach((collection, each) -> context.out()
                .println(collection + ": " + each.get("added") + " added, " + each.get("replaced") + " replaced, "
                        + each.get("kept") + " kept as they are, " + each.get("removed")
                        + " left out as removed since, "
                        + each.get("conflicting") + " left out for something newer of the same name"));
    }
}
