package io.github.auraauth.usecase;

import io.github.auraauth.adapter.memory.client.InMemoryClientStore;
import io.github.auraauth.adapter.memory.client.InMemoryUsedAssertions;
import io.github.auraauth.adapter.memory.grant.InMemoryAccessTokenStore;
import io.github.auraauth.adapter.memory.grant.InMemoryGrantStore;
import io.github.auraauth.adapter.memory.provider.InMemoryConsentStore;
import io.github.auraauth.adapter.memory.provider.InMemoryKeptRequests;
import io.github.auraauth.adapter.memory.provider.InMemoryLogoutNotices;
import io.github.auraauth.adapter.memory.provider.InMemorySessionClients;
import io.github.auraauth.adapter.memory.provider.InMemorySigningKeyStore;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAddresses;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.client.RedirectUri;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.in.provider.ClientCredential;
import io.github.auraauth.port.out.provider.ConsentStore;
import io.github.auraauth.usecase.provider.LogoutNotifier;
import io.github.auraauth.usecase.provider.LogoutNotifyingSessions;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stores of the provider that all instances share, and clients to put into them. */
public final class ProviderEnvironment {
    public static final String ISSUER = "https://login.example/oidc";
    public static final String CALLBACK = "https://client.example/callback";
    public static final String SIGNED_OUT = "https://client.example/signed-out";
    public static final URI LOGOUT_ADDRESS = URI.create("https://client.example/logout-notices");
    public static final Secret CLIENT_SECRET = Secret.ofText("what only the client knows");
    public static final Secret VERIFIER = Secret.ofText("a-verifier-of-the-use-case-tests-with-50-characters");

    public final AccountEnvironment accounts = new AccountEnvironment();
    public final InMemoryClientStore clients = new InMemoryClientStore();
    public final InMemoryUsedAssertions assertions = new InMemoryUsedAssertions(accounts.clock);
    public final InMemoryGrantStore grants = new InMemoryGrantStore(accounts.clock);
    public final InMemoryAccessTokenStore accessTokens = new InMemoryAccessTokenStore(accounts.clock);
    public final InMemoryKeptRequests requests = new InMemoryKeptRequests(accounts.clock);
    public final ConsentStore consents = racedConsents(new InMemoryConsentStore());
    public final InMemorySigningKeyStore keys = new InMemorySigningKeyStore();
    public final InMemorySessionClients sessionClients = new InMemorySessionClients(accounts.clock);
    public final InMemoryLogoutNotices notices = new InMemoryLogoutNotices();
    public final LogoutNotifyingSessions sessions;
    public final PlainTokens tokens = new PlainTokens();
    public final ClientSecrets clientSecrets = new ClientSecrets(Environment.SEED);
    public final GrantSecrets grantSecrets = new GrantSecrets(Environment.SEED);

    /** Runs once after a consent has been read next. */
    public Runnable afterConsentRead = () -> {};

    /** With a key of each algorithm that signs. */
    public ProviderEnvironment() {
        sessions = new LogoutNotifyingSessions(
                accounts.sessions,
                new LogoutNotifier(sessionClients, accounts.accounts, notices, accounts.clock, accounts.random));
        accounts.sessions = sessions;
        for (SignatureAlgorithm algorithm : List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)) {
            keys.insert(
                    new StoredSigningKey(
                            tokens.generate(algorithm), accounts.clock.instant(), accounts.clock.instant()),
                    accounts.soon());
        }
    }

    /** An instance of the service over these stores, with memories of its own. */
    public ProviderInstance instance() {
        return new ProviderInstance(this, accounts.instance());
    }

    /** The same, asking second factors of whom that policy says. */
    public ProviderInstance instance(SecondFactorPolicy policy) {
        return new ProviderInstance(this, accounts.instance(policy));
    }

    /** A confidential client that asks people for consent and may ask for everything. */
    public Client client(String id) {
        return stored(client(id, true, policy(true)));
    }

    /** A confidential client that people are not asked for. */
    public Client trusted(String id) {
        return stored(client(id, true, policy(false)));
    }

    /** A client that can keep nothing secret. */
    public Client publicClient(String id) {
        return stored(client(id, false, policy(false)));
    }

    public Client stored(Client client) {
        clients.insert(client, accounts.soon());
        return client;
    }

    public static Client.Policy policy(boolean consent) {
        return new Client.Policy(Scope.names(Set.of(Scope.values())), consent, true, false, SignatureAlgorithm.RS256);
    }

    public Client client(String id, boolean confidential, Client.Policy policy) {
        ClientId name = new ClientId(id);
        return new Client(
                name,
                "Client " + id,
                confidential
                        ? new ClientAuthentication(
                                true, List.of(clientSecrets.digest(name, CLIENT_SECRET)), Optional.empty())
                        : ClientAuthentication.NONE,
                new ClientAddresses(
                        List.of(new RedirectUri(CALLBACK)),
                        List.of(new RedirectUri(SIGNED_OUT)),
                        Optional.of(LOGOUT_ADDRESS)),
                policy,
                ClientLifetimes.DEFAULT,
                accounts.clock.instant());
    }

    /** One that signs assertions instead. */
    public Client signing(String id, JsonWebKeySet keySet) {
        Client client = client(id, true, policy(false));
        return stored(client.with(new ClientAuthentication(true, List.of(), Optional.of(keySet))));
    }

    /** The client with its secret. */
    public static ClientCredential credential(Client client) {
        return client.authentication().confidential()
                ? credential(client, CLIENT_SECRET)
                : new ClientCredential(
                        ClientCredential.Method.NONE,
                        Optional.of(client.id().value()),
                        Optional.empty(),
                        AccountEnvironment.SOURCE);
    }

    public static ClientCredential credential(Client client, Secret secret) {
        return new ClientCredential(
                ClientCredential.Method.SECRET,
                Optional.of(client.id().value()),
                Optional.of(secret),
                AccountEnvironment.SOURCE);
    }

    /** The parameters of a good request of a client. */
    public static Map<String, String> request(Client client) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", client.id().value());
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("response_type", "code");
        parameters.put("scope", "openid profile email offline_access");
        parameters.put("state", "what the client remembers");
        parameters.put("nonce", "what the client expects");
        parameters.put("code_challenge", Pkce.challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    private ConsentStore racedConsents(ConsentStore stored) {
        return (ConsentStore) Proxy.newProxyInstance(
                ConsentStore.class.getClassLoader(),
                new Class<?>[] {ConsentStore.class},
                (proxy, method, arguments) -> {
                    Object result = method.invoke(stored, arguments);
                    if (method.getName().equals("find")) {
                        Runnable race = afterConsentRead;
                        afterConsentRead = () -> {};
                        race.run();
                    }
                    return result;
                });
    }

    public static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.UTF_8);
    }
}
