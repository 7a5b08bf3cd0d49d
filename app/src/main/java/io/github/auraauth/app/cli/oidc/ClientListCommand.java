package io.github.auraauth.app.cli.oidc;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.RedirectUri;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.port.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura oidc list-clients}. */
@Command(name = "list-clients", description = "Shows clients, by client id; never a secret.")
final class ClientListCommand extends OidcCommand {
    private static final int AT_ONCE = 200;

    @Option(names = "--json", description = "Print one object a line with all that is known.")
    private boolean json;

    ClientListCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {}

    @Override
    int call(ProviderServices services, Deadline deadline) {
        return show(services, Optional.empty(), deadline);
    }

    private int show(ProviderServices services, Optional<ClientId> after, Deadline deadline) {
        return answer(services.clients.list(after, AT_ONCE, actor(), deadline), clients -> {
            clients.forEach(client -> print(json ? JsonPrinter.line(members(client)) : line(client)));
            return clients.size() < AT_ONCE
                    ? ExitStatus.DONE
                    : show(services, Optional.of(clients.get(AT_ONCE - 1).id()), deadline);
        });
    }

    private static String line(Client client) {
        return client.id().value() + ' ' + type(client) + ' ' + client.name();
    }

    private static Map<String, Object> members(Client client) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client_id", client.id().value());
        members.put("name", client.name());
        members.put("type", type(client));
        members.put("secrets", (long) client.authentication().secrets().size());
        members.put("keys", client.authentication().keys().isPresent());
        members.put("redirect_uris", texts(client.addresses().redirects()));
        members.put("post_logout_redirect_uris", texts(client.addresses().postLogoutRedirects()));
        members.put("backchannel_logout_uri", client.addresses().backChannelLogout());
        members.put("scope", Scope.list(client.policy().scopes()));
        members.put("consent", client.policy().consentRequired() ? "required" : "none");
        members.put("pkce", client.policy().pkceRequired() ? "required" : "optional");
        members.put("resource_server", client.policy().resourceServer());
        members.put("id_token_signed_response_alg", client.policy().idTokenAlgorithm());
        members.put("access_token_lifetime", client.lifetimes().accessToken().toSeconds());
        members.put("refresh_token_lifetime", client.lifetimes().refreshToken().toSeconds());
        members.put("created_at", JsonPrinter.time(client.createdAt()));
        return members;
    }

    private static List<String> texts(List<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).toList();
    }

    private static String type(Client client) {
        return client.authentication().confidential() ? "confidential" : "public";
    }
}
