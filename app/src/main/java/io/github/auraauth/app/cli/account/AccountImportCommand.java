package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.django.DjangoDump;
import io.github.auraauth.app.django.UnreadableDumpException;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.AccountImport;
import io.github.auraauth.port.in.account.AccountImport.Imported;
import io.github.auraauth.port.in.client.ClientImport.ImportedClients;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aura account import}: prints counts and, where something is wrong, all of it; never a secret. */
@Command(
        name = "import",
        description =
                "Imports accounts, groups, permissions, tokens, OpenID clients and their keys from Django's dumpdata.")
final class AccountImportCommand extends AccountCommand {
    @Parameters(paramLabel = "FILE", description = "JSON, as dumpdata writes it.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Check and count, and write nothing.")
    private boolean dry;

    @Option(names = "--json", description = "Print the counts as an object.")
    private boolean json;

    private Optional<DjangoDump> dump = Optional.empty();

    AccountImportCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public void check() {
        try (InputStream in = Files.newInputStream(file)) {
            dump = Optional.of(DjangoDump.read(in));
        } catch (IOException unreadable) {
            throw wrong("the file cannot be read: " + unreadable.getClass().getSimpleName());
        } catch (UnreadableDumpException none) {
            throw wrong("the file is no dump: " + none.getMessage());
        }
    }

    /** Everything is checked before anything is written, accounts and clients alike. */
    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        DjangoDump read = dump.orElseThrow();
        List<String> problems = new ArrayList<>(services.imports()
                .run(read.accounts(), true, actor, deadline)
                .fold(imported -> List.of(), AccountImport.Refused::problems));
        problems.addAll(services.clients().problems(read.clients(), deadline));
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        return services.imports()
                .run(read.accounts(), dry, actor, deadline)
                .fold(
                        imported -> told(
                                imported, services.clients().run(read.clients(), dry, actor, deadline), read.leftOut()),
                        refused -> refused(refused.problems()));
    }

    private int refused(List<String> problems) {
        say("nothing was imported, since " + problems.size() + " things are in the way:");
        problems.forEach(problem -> context().err().println("  " + problem));
        return ExitStatus.REFUSED;
    }

    private int told(Imported imported, ImportedClients clients, SortedMap<String, Integer> leftOut) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("accounts", (long) imported.accounts());
        counts.put("present", (long) imported.present());
        counts.put("tokens", (long) imported.tokens());
        counts.put("groups", (long) imported.groups());
        counts.put("permissions", (long) imported.permissions());
        counts.put("clients", (long) clients.clients());
        counts.put("clients_present", (long) clients.present());
        counts.put("keys", (long) clients.keys());
        if (json) {
            counts.put("dry_run", dry);
            counts.put("left_out", longs(leftOut));
            print(JsonPrinter.line(counts));
        } else {
            counts.forEach((what, count) -> print(String.format(Locale.ROOT, "%-16s %s", what, count)));
        }
        leftOut.forEach((model, count) -> say(count + " of " + model + " have no place here"));
        imported.notices().forEach(this::say);
        clients.notices().forEach(this::say);
        if (dry) {
            say("nothing was written");
        }
        return ExitStatus.DONE;
    }

    private static Map<String, Object> longs(SortedMap<String, Integer> counts) {
        Map<String, Object> longs = new LinkedHashMap<>();
        counts.forEach((model, count) -> longs.put(model, (long) count));
        return longs;
    }
}
