package io.github.auraauth.app.cli.oidc;

import io.github.auraauth.app.cli.account.OutcomeCommand;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The base of the commands about the provider. */
abstract class OidcCommand extends OutcomeCommand {
    private static final int LONGEST_INPUT = 4096;
    private static final String STANDARD_INPUT = "-";

    OidcCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public final int call(CommandServices tools, Deadline deadline) {
        return tools.provider().map(services -> call(services, deadline)).orElseGet(this::withoutAccounts);
    }

    abstract int call(ProviderServices services, Deadline deadline);

    final ClientId clientId(String text) {
        return ClientId.parse(text)
                .orElseThrow(() ->
                        wrong("a client id is 1 to " + ClientId.LONGEST + " visible ASCII characters without spaces"));
    }

    /** A secret as an option gives it; {@code -} stands for the first line of standard input, which nobody else can see. */
    final Optional<Secret> secret(Optional<String> option) throws IOException {
        if (option.filter(STANDARD_INPUT::equals).isEmpty()) {
            return option.map(Secret::ofText);
        }
        String text = new String(context().streams().in().readNBytes(LONGEST_INPUT), StandardCharsets.UTF_8);
        return Optional.of(Secret.ofText(text.split("\r\n|\n", 2)[0]));
    }

    /** Prints a new secret, which is not shown again. */
    final void showOnce(Secret secret) {
        say("its secret is not shown again:");
        print(secret.revealText());
    }
}
