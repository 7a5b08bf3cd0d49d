package io.github.auraauth.app.cli.user;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.StoreCommand;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.UserRow;
import java.util.Collection;

/** The base of the commands about stored users. */
public abstract class UserCommand extends StoreCommand {
    public UserCommand(ProcessContext context) {
        super(context);
    }

    public final int notFound() {
        say("no such user");
        return ExitStatus.REFUSED;
    }

    /** Beside what is printed, so that nobody takes it for all that is stored. */
    public final void tellUnreadable(Collection<UserRow> rows) {
        long unreadable = rows.stream().filter(row -> row.user().isEmpty()).count();
        if (unreadable > 0) {
            say(unreadable + " of the rows cannot be read as a user: another program wrote them; what they hold beyond"
                    + " their identifiers is in the database only");
        }
    }

    public final AuraId auraId(String text) {
        return AuraId.parse(text).orElseThrow(() -> wrong("this is no auraId"));
    }
}
