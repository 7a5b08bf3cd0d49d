package io.github.auraauth.app.cli.user;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aura users remove}. */
@Command(name = "remove", description = "Removes the user with an auraId, here and from every cache.")
public final class UserRemoveCommand extends UserCommand {
    @Parameters(paramLabel = "AURA_ID")
    private String text = "";

    public UserRemoveCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        auraId(text);
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        RemoveOutcome outcome = tools.userChanges().remove(auraId(text), Operator.actor(context()), deadline);
        return outcome == RemoveOutcome.REMOVED ? ExitStatus.DONE : notFound();
    }
}
