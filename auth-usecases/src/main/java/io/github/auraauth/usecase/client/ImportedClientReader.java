package io.github.auraauth.usecase.client;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAddresses;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.ClientDump.DumpedClient;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.client.RedirectUri;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes clients of what a dump says of them. */
final class ImportedClientReader {
    private static final String CODE = "code";

    private final ClientSecrets secrets;
    private final InstantSource clock;

    ImportedClientReader(ClientSecrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Why it cannot be imported; no value but its label is repeated. */
    static List<String> problems(DumpedClient client) {
        List<String> problems = new ArrayList<>();
        if (ClientId.parse(client.id()).isEmpty()) {
            problems.add(client.label() + " has a client_id that is not 1 to 128 visible ASCII characters");
        }
        if (!Client.isName(client.name())) {
            problems.add(client.label() + " has a name that is not 1 to 100 printable characters");
        }
        if (!client.responseTypes().contains(CODE)) {
            problems.add(client.label() + " does not use the response type code, the only one that there is here");
        }
        if (algorithm(client).isEmpty()) {
            problems.add(client.label() + " has its id_tokens signed by another algorithm than RS256 and ES256");
        }
        if (client.confidential() && !ClientSecrets.isPossible(client.secret())) {
            problems.add(client.label() + " is confidential and has no secret of 1 to 512 bytes");
        }
        List<String> redirects = client.addresses().redirects();
        if (redirects.isEmpty() || redirects.size() > ClientAddresses.MOST) {
            problems.add(client.label() + " does not have 1 to " + ClientAddresses.MOST + " redirect addresses");
        }
        addressProblem(client, redirects, "redirect").ifPresent(problems::add);
        addressProblem(client, client.addresses().postLogoutRedirects(), "post-logout redirect")
                .ifPresent(problems::add);
        return problems;
    }

    /** What is otherwise here than it was there. */
    static List<String> notices(DumpedClient client) {
        List<String> notices = new ArrayList<>();
        if (client.responseTypes().size() > 1) {
            notices.add(client.label() + " may use the response type code only");
        }
        if (!client.confidential()) {
            notices.add(client.label() + " is public: its requests must carry a code_challenge");
        }
        return notices;
    }

    /** The client of what has no problems. */
    Client client(DumpedClient dumped) {
        ClientId id = new ClientId(dumped.id());
        return new Client(
                id,
                dumped.name(),
                dumped.confidential()
                        ? new ClientAuthentication(true, List.of(secrets.digest(id, dumped.secret())), Optional.empty())
                        : ClientAuthentication.NONE,
                new ClientAddresses(
                        uris(dumped.addresses().redirects()),
                        uris(dumped.addresses().postLogoutRedirects()),
                        Optional.empty()),
                new Client.Policy(
                        Scope.names(Set.of(Scope.values())),
                        dumped.consentRequired(),
                        !dumped.confidential(),
                        false,
                        algorithm(dumped).orElseThrow()),
                ClientLifetimes.DEFAULT,
                dumped.createdAt().orElseGet(clock::instant));
    }

    private static Optional<String> addressProblem(DumpedClient client, List<String> addresses, String kind) {
        return addresses.stream().allMatch(text -> RedirectUri.parse(text).isPresent())
                ? Optional.empty()
                : Optional.of(client.label() + " has a " + kind
                        + " address that is not https, http, or of an app's own scheme with a dot");
    }

    private static Optional<SignatureAlgorithm> algorithm(DumpedClient client) {
        return SignatureAlgorithm.parse(client.algorithm()).filter(algorithm -> algorithm != SignatureAlgorithm.PS256);
    }

    private static List<RedirectUri> uris(List<String> texts) {
        return texts.stream().map(RedirectUri::new).toList();
    }
}
