package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.StoreCommand;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura apikey register}. */
@Command(name = "register", description = "Registers a key made elsewhere, read from standard input.")
public final class ApiKeyRegisterCommand extends StoreCommand {
    @Option(names = "--name", description = "For people.")
    private Optional<String> name = Optional.empty();

    private Secret key = Secret.ofText("");

    public ApiKeyRegisterCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() throws IOException {
        key = KeyInput.from(context().streams().in());
        if (!name.stream().allMatch(text -> text.matches("[ -~]{1,256}"))) {
            throw wrong("--name takes 1 to 256 printable ASCII characters");
        }
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        return switch (tools.apiKeys(Operator.actor(context())).register(key, name, Operator.of(context()), deadline)) {
            case REGISTERED -> said("registered", ExitStatus.DONE);
            case ALREADY_REGISTERED -> said("it was registered already; nothing was changed", ExitStatus.DONE);
            case NO_KEY -> said("none of the encryption keys of this environment reads this", ExitStatus.REFUSED);
        };
    }
}
