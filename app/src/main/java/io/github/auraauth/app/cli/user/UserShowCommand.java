package io.github.auraauth.app.cli.user;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aura users show}. */
@Command(name = "show", description = "Shows the user with an auraId.")
public final class UserShowCommand extends UserCommand {
    @Parameters(paramLabel = "AURA_ID")
    private String text = "";

    public UserShowCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        auraId(text);
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        Optional<User> user = tools.users().read(auraId(text), deadline);
        user.ifPresent(found -> context().out().println(JsonPrinter.indented(UserView.of(found))));
        return user.isPresent() ? ExitStatus.DONE : absent(tools, deadline);
    }

    private int absent(CommandServices tools, Deadline deadline) {
        return tools.userAdministration()
                .find(auraId(text), deadline)
                .map(row -> {
                    context().out().println(JsonPrinter.indented(UserView.of(row)));
                    tellUnreadable(List.of(row));
                    return ExitStatus.REFUSED;
                })
                .orElseGet(this::notFound);
    }
}
