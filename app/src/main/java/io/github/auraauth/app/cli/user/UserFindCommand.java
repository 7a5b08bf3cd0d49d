package io.github.auraauth.app.cli.user;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code aura users find}: also shows expired users that no sweep has taken yet, and rows that cannot be read. */
@Command(name = "find", description = "Finds users by what they were recognised by, or by their userId.")
public final class UserFindCommand extends UserCommand {
    @ArgGroup(multiplicity = "1")
    private PersonSelector person = new PersonSelector();

    public UserFindCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        person.check(this::wrong);
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        List<UserRow> rows = person.find(tools.userAdministration(), deadline);
        context()
                .out()
                .println(JsonPrinter.indented(rows.stream().map(UserView::of).toList()));
        tellUnreadable(rows);
        return rows.isEmpty() ? notFound() : ExitStatus.DONE;
    }
}
