package io.github.auraauth.app.cli.oidc;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.client.Clients.IssuedClient;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aura oidc update-client}. */
@Command(
        name = "update-client",
        description = "Changes a client; what is not given stays. A new secret is good beside the last one.")
final class ClientUpdateCommand extends OidcCommand {
    @Parameters(paramLabel = "ID", description = "Its client id.")
    private String id = "";

    @Option(names = "--name", description = "As people are shown it.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--client-secret",
            paramLabel = "SECRET",
            description = "A new one; - reads it from standard input, and the empty one has it made.")
    private Optional<String> clientSecret = Optional.empty();

    @Option(names = "--drop-old-secret", description = "The ones before are good no more; with --client-secret.")
    private boolean dropOld;

    @Mixin
    private ClientOptions options = new ClientOptions();

    private Optional<Secret> secret = Optional.empty();
    private boolean development;

    ClientUpdateCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() throws Exception {
        clientId(id);
        if (name.filter(text -> !Client.isName(text)).isPresent()) {
            throw wrong("a client's name has 1 to " + Client.LONGEST_NAME + " printable characters");
        }
        if (dropOld && clientSecret.isEmpty()) {
            throw wrong("--drop-old-secret goes with --client-secret");
        }
        development = context().configuration().deployment().kind().isDevelopment();
        secret = secret(clientSecret.filter(text -> !text.isEmpty()));
        if (secret.filter(given -> !ClientSecrets.isPossible(given)).isPresent()) {
            throw wrong("a client's secret has 1 to " + ClientSecrets.LONGEST + " bytes");
        }
    }

    @Override
    int call(ProviderServices services, Deadline deadline) {
        Outcome<Client> changed = services.clients.update(clientId(id), this::changed, actor(), deadline);
        if (clientSecret.isEmpty()) {
            return answer(changed, "changed");
        }
        return answer(
                changed.then(client -> services.clients.addSecret(client.id(), secret, dropOld, actor(), deadline)),
                this::show);
    }

    private int show(IssuedClient issued) {
        say("changed");
        issued.secret().ifPresent(this::showOnce);
        return ExitStatus.DONE;
    }

    private Client changed(Client client) {
        Client.Policy policy = options.policy(this, client.policy());
        if (!client.authentication().confidential() && !policy.pkceRequired()) {
            throw wrong("only a confidential client may go without PKCE");
        }
        return new Client(
                client.id(),
                name.orElse(client.name()),
                client.authentication(),
                options.addresses(this, Optional.of(client.addresses()), development),
                policy,
                options.lifetimes(this, client.lifetimes()),
                client.createdAt());
    }
}
