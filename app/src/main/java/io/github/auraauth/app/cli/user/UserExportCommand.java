package io.github.auraauth.app.cli.user;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.terms.TermsView;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.UserRowSearch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code aura users export}: what a person may ask for. */
@Command(name = "export", description = "Exports all that is stored about one person.")
public final class UserExportCommand extends UserCommand {
    @ArgGroup(multiplicity = "1")
    private PersonSelector person = new PersonSelector();

    public UserExportCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        person.check(this::wrong);
    }

    /** The rows found, and those that an erasure would take with them. */
    @Override
    public int call(CommandServices tools, Deadline deadline) {
        UserRowSearch users = tools.userAdministration();
        List<UserRow> rows = users.withRelated(person.find(users, deadline), deadline);
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("exportedAt", JsonPrinter.time(context().clock().instant()));
        export.put("users", rows.stream().map(UserView::whole).toList());
        tools.terms().ifPresent(terms -> export.putAll(TermsView.of(terms, rows, deadline)));
        context().out().println(JsonPrinter.indented(export));
        tellUnreadable(rows);
        return rows.isEmpty() ? notFound() : ExitStatus.DONE;
    }
}
