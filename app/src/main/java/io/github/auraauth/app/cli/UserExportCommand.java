package io.github.auraauth.app.cli;

import io.github.auraauth.app.wiring.Tools;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code aura users export}: what a person may ask for. */
@Command(name = "export", description = "Exports all that is stored about one person.")
final class UserExportCommand extends UserCommand {
    @ArgGroup(multiplicity = "1")
    private PersonSelector person = new PersonSelector();

    UserExportCommand(ProcessContext context) {
        super(context);
    }

    @Override
    void check() {
        person.check(this::wrong);
    }

    /** The rows found, and those that share a userId with one of them, as erasure would take them. */
    @Override
    int call(Tools tools, Deadline deadline) {
        Map<String, UserRow> rows = new LinkedHashMap<>();
        List<UserRow> found = person.find(tools.directory(), deadline);
        found.forEach(row -> rows.put(row.key(), row));
        found.stream()
                .flatMap(row -> row.userId().stream())
                .distinct()
                .flatMap(userId -> tools.directory().findByUserId(userId, deadline).stream())
                .forEach(row -> rows.putIfAbsent(row.key(), row));
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("exportedAt", UserView.time(context().clock().instant()));
        export.put("users", rows.values().stream().map(UserView::whole).toList());
        tools.terms().ifPresent(terms -> export.putAll(TermsView.of(terms, rows.values(), deadline)));
        context().out().println(Json.indented(export));
        tellUnreadable(rows.values());
        return rows.isEmpty() ? notFound() : ExitStatus.DONE;
    }
}
