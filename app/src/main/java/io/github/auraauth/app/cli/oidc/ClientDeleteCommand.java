package io.github.auraauth.app.cli.oidc;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aura oidc delete-client}. */
@Command(name = "delete-client", description = "Removes a client, with whatever it has been given.")
final class ClientDeleteCommand extends OidcCommand {
    @Parameters(paramLabel = "ID", description = "Its client id.")
    private String id = "";

    ClientDeleteCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        clientId(id);
    }

    @Override
    int call(ProviderServices services, Deadline deadline) {
        return answer(
                services.clients.delete(clientId(id), actor(), deadline), "removed, within two seconds everywhere");
    }
}
