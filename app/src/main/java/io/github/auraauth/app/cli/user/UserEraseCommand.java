package io.github.auraauth.app.cli.user;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aura users erase}. */
@Command(name = "erase", description = "Erases all that is stored of the person with a phone number.")
public final class UserEraseCommand extends UserCommand {
    @Parameters(paramLabel = "PHONE_NUMBER")
    private String text = "";

    public UserEraseCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        number();
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        ErasureOutcome outcome = tools.userChanges().erase(number(), Operator.actor(context()), deadline);
        return outcome == ErasureOutcome.ERASED ? ExitStatus.DONE : notFound();
    }

    private PhoneNumber number() {
        return PhoneNumber.parse(text).orElseThrow(() -> wrong("this is no phone number"));
    }
}
