package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.PasswordPrompt;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code aura account set-password}: never from an argument, which others on the machine could see. */
@Command(
        name = "set-password",
        description = "Sets a password, asked for or read from standard input, and signs out everywhere.")
final class AccountSetPasswordCommand extends NamedAccountCommand {
    private static final int LONGEST_INPUT = 4096;

    private Secret password = Secret.ofText("");

    AccountSetPasswordCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() throws Exception {
        super.check();
        PasswordPrompt prompt = context().streams().prompt();
        Optional<Secret> typed = prompt.ask("New password: ");
        if (typed.isPresent() && !prompt.ask("Again: ").equals(typed)) {
            throw wrong("the two are not the same");
        }
        password = typed.isPresent() ? typed.get() : line(context().streams().in());
        if (password.length() == 0) {
            throw wrong("a password is read from the terminal or from standard input, and there was none");
        }
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(
                services.administration().replacePassword(username(), password, actor, deadline),
                "the password is set; the account is signed out everywhere, and its tokens stay good");
    }

    /** The first line, with the white space that may belong to it. */
    private static Secret line(InputStream in) throws IOException {
        String text = new String(in.readNBytes(LONGEST_INPUT), StandardCharsets.UTF_8);
        return Secret.ofText(text.split("\r\n|\n", 2)[0]);
    }
}
