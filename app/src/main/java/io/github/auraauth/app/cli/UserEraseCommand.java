package io.github.auraauth.app.cli;

import io.github.auraauth.app.wiring.Tools;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aura users erase}. */
@Command(name = "erase", description = "Erases all that is stored of the person with a phone number.")
final class UserEraseCommand extends UserCommand {
    @Parameters(paramLabel = "PHONE_NUMBER")
    private String text = "";

    UserEraseCommand(ProcessContext context) {
        super(context);
    }

    @Override
    void check() {
        number();
    }

    @Override
    int call(Tools tools, Deadline deadline) {
        ErasureOutcome outcome = tools.erasure().erase(number(), deadline);
        return outcome == ErasureOutcome.ERASED ? ExitStatus.DONE : notFound();
    }

    private PhoneNumber number() {
        return PhoneNumber.parse(text).orElseThrow(() -> wrong("this is no phone number"));
    }
}
