package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.django.DjangoDump;
import io.github.auraauth.app.django.UnreadableDumpException;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.AccountImport.Imported;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        description = "Imports accounts, groups, permissions and tokens from what Django's dumpdata writes.")
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

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        DjangoDump read = dump.orElseThrow();
        return services.imports()
                .run(read.accounts(), dry, actor, deadline)
                .fold(imported -> told(imported, read), refused -> refused(refused.problems()));
    }

    private int refused(List<String> problems) {
        say("nothing was imported, since " + problems.size() + " things are in the way:");
        problems.forEach(problem -> context().err().println("  " + problem));
        return ExitStatus.REFUSED;
    }

    private int told(Imported imported, DjangoDump read) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("accounts", (long) imported.accounts());
        counts.put("present", (long) imported.present());
        counts.put("tokens", (long) imported.tokens());
        counts.put("groups", (long) imported.groups());
        counts.put("permissions", (long) imported.permissions());
        if (json) {
            counts.put("dry_run", dry);
            counts.put("not_imported_yet", longs(read.notYet()));
            counts.put("left_out", longs(read.leftOut()));
            print(JsonPrinter.line(counts));
        } else {
            counts.forEach((what, count) -> print(String.format(Locale.ROOT, "%-12s %s", what, count)));
        }
        read.notYet().forEach((model, count) -> say(count + " of " + model + " are not imported yet"));
        read.leftOut().forEach((model, count) -> say(count + " of " + model + " have nothing to do with accounts"));
        imported.notices().forEach(this::say);
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
