package io.github.auraauth.domain.client;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clients for tests. */
public final class SampleClients {
    public static final String REDIRECT = "https://client.example/cb";
    public static final Instant NOW = Instant.parse("2030-01-02T12:00:00Z");
    public static final Client.Policy POLICY = policy(true, Set.of("openid", "profile", "email", "offline_access"));
    public static final Client PUBLIC = of(ClientAuthentication.NONE, POLICY);

    private SampleClients() {}

    public static Client of(ClientAuthentication authentication, Client.Policy policy) {
        return new Client(
                new ClientId("my-client"),
                "My client",
                authentication,
                addresses(List.of(REDIRECT), List.of()),
                policy,
                ClientLifetimes.DEFAULT,
                NOW);
    }

    /** One that may go without a proof key. */
    public static Client withoutProofKey() {
        ClientAuthentication keys =
                new ClientAuthentication(true, List.of(), Optional.of(new JsonWebKeySet("{\"keys\":[]}")));
        return of(keys, new Client.Policy(POLICY.scopes(), true, false, false, SignatureAlgorithm.ES256));
    }

    public static Client.Policy policy(boolean consentRequired, Set<String> scopes) {
        return new Client.Policy(scopes, consentRequired, true, false, SignatureAlgorithm.RS256);
    }

    public static ClientAddresses addresses(List<String> redirects, List<String> postLogout) {
        return new ClientAddresses(
                redirects.stream().map(RedirectUri::new).toList(),
                postLogout.stream().map(RedirectUri::new).toList(),
                Optional.of(URI.create("https://client.example/logout")));
    }
}
