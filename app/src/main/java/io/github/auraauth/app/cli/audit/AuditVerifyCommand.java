package io.github.auraauth.app.cli.audit;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.activity.ChainFault;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.activity.AuditTrail.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura audit verify}. */
@Command(
        name = "verify",
        description = "Verifies every chain of the audit trail, also while servers run; exit status 1 on a fault.")
public final class AuditVerifyCommand extends AuditCommand {
    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description =
                    "Heads that were kept: lines that hold \"<instance> <number> <mac>\", such as those of the log.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--unsealed-until",
            paramLabel = "TIME",
            description = "Entries up to then may be without a MAC: those of a program that made none.")
    private Optional<String> unsealedUntil = Optional.empty();

    @Option(names = "--json", description = "Print {chains, entries, heads, faultCount, faults}.")
    private boolean json;

    private List<ChainHead> heads = List.of();

    public AuditVerifyCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        file.ifPresent(this::read);
        until();
    }

    private void read(Path path) {
        try (Stream<String> lines = Files.lines(path)) {
            heads = lines.flatMap(line -> ChainHead.find(line).stream()).toList();
        } catch (IOException | UncheckedIOException e) {
            throw wrong("--heads: the file cannot be read");
        }
        if (heads.isEmpty()) {
            throw wrong("--heads: the file holds no head, such as \"<instance> <number> <mac>\"");
        }
    }

    private Instant until() {
        return unsealedUntil.map(this::time).orElse(Instant.MIN);
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        Verification found = tools.audit().verify(heads, until(), deadline);
        if (json) {
            context().out().println(JsonPrinter.indented(asMap(found)));
        } else {
            found.faults().forEach(fault -> context().out().println(words(fault)));
            context()
                    .out()
                    .println(found.entries() + " entries in " + found.chains() + " chains, " + heads.size() + " heads: "
                            + (found.faultCount() == 0 ? "good" : found.faultCount() + " faults"));
        }
        return found.faultCount() == 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static String words(ChainFault fault) {
        String numbers = fault.number() == fault.last()
                ? "entry " + fault.number()
                : "entries " + fault.number() + " to " + fault.last();
        return "chain " + fault.instance() + ", " + numbers + ": "
                + fault.kind().words();
    }

    private Map<String, Object> asMap(Verification found) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("chains", found.chains());
        members.put("entries", found.entries());
        members.put("heads", (long) heads.size());
        members.put("faultCount", found.faultCount());
        members.put(
                "faults", found.faults().stream().map(AuditVerifyCommand::asMap).toList());
        return members;
    }

    private static Map<String, Object> asMap(ChainFault fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("chain", fault.instance());
        members.put("number", fault.number());
        members.put("last", fault.last());
        members.put("fault", fault.kind().words());
        return members;
    }
}
