package io.github.auraauth.app.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server at whose OpenID provider clients are registered, and a person who can log in there. */
final class OpenIdProvider implements AutoCloseable {
    static final String PERSON = "ana";
    static final String EMAIL = "ana@example.org";

    /** What a client must encode in HTTP Basic, and many have forgotten. */
    static final String ODD_SECRET = "100%41 +:/?&=~ for the tests";

    final AccountServers servers;

    private OpenIdProvider(AccountServers servers) {
        this.servers = servers;
    }

    static OpenIdProvider start(Path folder) {
        OpenIdProvider provider = new OpenIdProvider(AccountServers.one(folder, Map.of()));
        provider.servers.withPassword(PERSON);
        AccountServers.made(provider.servers.a.patch(
                "/accounts/" + PERSON, provider.servers.root, "{\"email\":\"" + EMAIL + "\"}"));
        return provider;
    }

    String issuer() {
        return address("/oidc").toString();
    }

    URI address(String path) {
        return servers.servers.get(0).uri(path);
    }

    /** @param kind public or confidential */
    void register(String clientId, String kind, String... options) {
        List<String> command =
                new ArrayList<>(List.of("oidc", "create-client", "A client", kind, "--client-id", clientId));
        command.addAll(List.of(options));
        servers.operator.run("", command.toArray(String[]::new));
    }

    @Override
    public void close() {
        servers.close();
    }
}
