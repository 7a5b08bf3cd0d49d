package io.github.auraauth.app.cli.audit;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.Seal;
import io.github.auraauth.port.Deadline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura audit export}. */
@Command(name = "export", description = "Writes the entries of the audit trail to standard output, chain by chain.")
public final class AuditExportCommand extends AuditCommand {
    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    @Option(names = "--from", paramLabel = "TIME", description = "Entries from then on: a date or a time of UTC.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "Entries before that.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--json", description = "A JSON object a line, which is what is written anyway.")
    private boolean json;

    @Option(names = "--csv", description = "RFC 4180 with a line of headers.")
    private boolean csv;

    public AuditExportCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        if (json && csv) {
            throw wrong("--json and --csv exclude each other");
        }
        begin();
        end();
    }

    private Instant begin() {
        return from.map(this::time).orElse(Instant.MIN);
    }

    private Instant end() {
        return to.map(this::time).orElse(Instant.MAX);
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        if (csv) {
            line("id,at,event,actor,account,object,kid,prev,mac");
        }
        Consumer<AuditEntry> each = csv ? entry -> line(asCsv(entry)) : entry -> line(JsonPrinter.line(asMap(entry)));
        tools.audit().export(begin(), end(), each, deadline);
        if (context().out().checkError()) {
            return said("standard output does not take the entries", ExitStatus.UNAVAILABLE);
        }
        return ExitStatus.DONE;
    }

    private void line(String text) {
        context().out().print(text + (csv ? "\r\n" : "\n"));
    }

    private static Map<String, Object> asMap(AuditEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", entry.id());
        members.put("at", JsonPrinter.time(entry.at()));
        members.put("event", entry.event());
        members.put("actor", entry.actor());
        members.put("account", entry.account());
        members.put("object", entry.object());
        members.put("kid", entry.seal().map(Seal::keyId));
        members.put("prev", entry.seal().map(Seal::previous));
        members.put("mac", entry.seal().map(Seal::mac));
        return members;
    }

    private static String asCsv(AuditEntry entry) {
        return Stream.concat(
                        Stream.of(
                                entry.id(),
                                JsonPrinter.time(entry.at()),
                                entry.event(),
                                entry.actor(),
                                entry.account().orElse(""),
                                entry.object()),
                        Stream.of(
                                entry.seal().map(Seal::keyId).orElse(""),
                                entry.seal().map(Seal::previous).orElse(""),
                                entry.seal().map(Seal::mac).orElse("")))
                .map(AuditExportCommand::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
