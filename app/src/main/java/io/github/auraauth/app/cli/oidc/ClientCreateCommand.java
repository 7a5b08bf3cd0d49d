package io.github.auraauth.app.cli.oidc;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.client.Clients.IssuedClient;
import io.github.auraauth.port.in.client.Clients.NewClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aura oidc create-client}, with the flags of the original. */
@Command(
        name = "create-client",
        description = "Registers a service that logs people in here; fails when its client id exists.")
final class ClientCreateCommand extends OidcCommand {
    private static final Client.Policy USUAL =
            new Client.Policy(Scope.names(Set.of(Scope.values())), true, true, false, SignatureAlgorithm.RS256);

    @Parameters(index = "0", paramLabel = "NAME", description = "As people are shown it.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "TYPE", description = "public or confidential.")
    private String type = "";

    @Option(names = "--client-id", required = true, paramLabel = "ID", description = "As the client names itself.")
    private String clientId = "";

    @Option(
            names = "--client-secret",
            paramLabel = "SECRET",
            description =
                    "Of a confidential client; - reads it from standard input; without it one is made and printed.")
    private Optional<String> clientSecret = Optional.empty();

    @Option(
            names = "--jwks",
            paramLabel = "FILE",
            description = "Public keys of a confidential client that signs assertions (private_key_jwt).")
    private Optional<Path> keys = Optional.empty();

    @Option(
            names = {"-r", "--response-type"},
            paramLabel = "TYPE",
            description = "code, the only one there is.")
    private List<String> responseTypes = List.of("code");

    @Mixin
    private ClientOptions options = new ClientOptions();

    private Optional<NewClient> wanted = Optional.empty();

    ClientCreateCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() throws Exception {
        if (!type.equals("public") && !type.equals("confidential")) {
            throw wrong("the type of a client is public or confidential");
        }
        if (!responseTypes.equals(List.of("code"))) {
            throw wrong("-r takes code: there is no other flow than the Authorization Code Flow");
        }
        if (!isConfidential() && (clientSecret.isPresent() || keys.isPresent())) {
            throw wrong("a public client has neither secret nor keys");
        }
        Optional<Secret> secret = secret(clientSecret);
        if (secret.filter(given -> !ClientSecrets.isPossible(given)).isPresent()) {
            throw wrong("a client's secret has 1 to " + ClientSecrets.LONGEST + " bytes");
        }
        boolean development = context().configuration().deployment().kind().isDevelopment();
        wanted = Optional.of(wanted(secret, development));
    }

    @Override
    int call(ProviderServices services, Deadline deadline) {
        return answer(services.clients.create(wanted.orElseThrow(), actor(), deadline), this::show);
    }

    private int show(IssuedClient issued) {
        say("registered; aura oidc list-clients shows it");
        issued.secret().ifPresent(this::showOnce);
        return ExitStatus.DONE;
    }

    private NewClient wanted(Optional<Secret> secret, boolean development) throws IOException {
        if (!Client.isName(name)) {
            throw wrong("a client's name has 1 to " + Client.LONGEST_NAME + " printable characters");
        }
        Client.Policy policy = options.policy(this, USUAL);
        if (!isConfidential() && !policy.pkceRequired()) {
            throw wrong("only a confidential client may go without PKCE");
        }
        return new NewClient(
                clientId(clientId),
                name,
                isConfidential(),
                secret,
                keySet(),
                options.addresses(this, Optional.empty(), development),
                policy,
                options.lifetimes(this, ClientLifetimes.DEFAULT));
    }

    private Optional<JsonWebKeySet> keySet() throws IOException {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isReadable(keys.get())) {
            throw wrong("--jwks takes a file that can be read");
        }
        JsonWebKeySet read = new JsonWebKeySet(Files.readString(keys.get()));
        if (!ProviderServices.isPublic(read)) {
            throw wrong(
                    "--jwks takes a key set with an RSA key of 2048 bits at least or one of P-256, and none private");
        }
        return Optional.of(read);
    }

    private boolean isConfidential() {
        return type.equals("confidential");
    }
}
