package io.github.auraauth.app.cli.oidc;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import java.util.List;
import picocli.CommandLine.Command;

/** Makes keys that the provider signs with. */
abstract class SigningKeyCommand extends OidcCommand {
    private SigningKeyCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {}

    @Override
    int call(ProviderServices services, Deadline deadline) {
        return answer(make(services, deadline), this::show);
    }

    abstract Outcome<List<StoredSigningKey>> make(ProviderServices services, Deadline deadline);

    private int show(List<StoredSigningKey> made) {
        made.forEach(key -> print(key.key().publicKey().algorithm() + " "
                + key.key().publicKey().id() + " signs from " + JsonPrinter.time(key.signsFrom())));
        return ExitStatus.DONE;
    }

    /** {@code aura oidc create-rsa-key}. */
    @Command(
            name = "create-rsa-key",
            description = "Makes an RSA key of 3072 bits, which signs as soon as all know it.")
    static final class CreateRsaKey extends SigningKeyCommand {
        CreateRsaKey(ProcessContext context) {
            super(context);
        }

        @Override
        Outcome<List<StoredSigningKey>> make(ProviderServices services, Deadline deadline) {
            return services.rotation
                    .create(SignatureAlgorithm.RS256, actor(), deadline)
                    .map(List::of);
        }
    }

    /** {@code aura oidc rotate-keys}. */
    @Command(
            name = "rotate-keys",
            description = "Makes the next RSA and P-256 keys, and removes those that are good for nothing any more.")
    static final class RotateKeys extends SigningKeyCommand {
        RotateKeys(ProcessContext context) {
            super(context);
        }

        @Override
        Outcome<List<StoredSigningKey>> make(ProviderServices services, Deadline deadline) {
            return services.rotation.rotate(actor(), deadline);
        }
    }
}
