package io.github.auraauth.app.acceptance;

import io.github.auraauth.app.acceptance.AccountsClient.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two instances with the provider over one database, with a client of each kind and people who log in there. */
final class ProviderServers implements AutoCloseable {
    static final String ROOT = "https://aura.example";
    static final String ISSUER = ROOT + "/oidc";
    static final String CALLBACK = "https://client.example/callback";
    static final String SIGNED_OUT = "https://client.example/signed-out";

    /** Who log in with {@link AccountServers#PASSWORD}; one of the tests each, so that none spoils another's session. */
    private static final List<String> PEOPLE = List.of(
            "anne",
            "mallory",
            "consenting",
            "another.one",
            "fixed",
            "staying",
            "anne.of.hints",
            "ben.of.hints",
            "told.of",
            "hung.up",
            "seed.person",
            "anne.hinted",
            "ben.hinted",
            "deactivated",
            "deleted",
            "signed.out",
            "canary.person");

    final AccountServers accounts;
    final ProviderCalls a;
    final ProviderCalls b;

    /** Asks people for their consent. */
    final RelyingParty asking;

    /** These ask nobody. */
    final RelyingParty trusted;

    final RelyingParty other;

    /** May go without proof keys. */
    final RelyingParty lax;

    final RelyingParty app;

    /** May introspect all tokens. */
    final RelyingParty api;

    private ProviderServers(Path folder, AccountServers accounts) {
        this.accounts = accounts;
        a = new ProviderCalls(accounts.servers.get(0));
        b = new ProviderCalls(accounts.servers.get(1));
        CheapHash.importAccounts(accounts.operator, folder, AccountServers.PASSWORD, PEOPLE);
        asking = confidential("asking");
        trusted = confidential("trusted", "--consent", "none");
        other = confidential("other", "--consent", "none");
        lax = confidential("lax", "--consent", "none", "--pkce", "optional");
        api = confidential("api", "--resource-server", "true");
        app = new RelyingParty("app", "", "http://127.0.0.1/callback");
        accounts.operator.run(
                "",
                "oidc",
                "create-client",
                "App",
                "public",
                "--client-id",
                "app",
                "-u",
                app.redirectUri(),
                "--consent",
                "none");
    }

    /** @param more beside what both instances need to be one provider */
    static ProviderServers two(Path folder, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AURA_PUBLIC_URL", ROOT);
        environment.put("AURA_TRUSTED_PROXIES", "127.0.0.1");
        environment.put("AURA_OIDC_KEY_SET_MAX_AGE", "1");
        return new ProviderServers(folder, AccountServers.two(folder, environment));
    }

    /** Registers a client beside the running servers, its secret being read from standard input. */
    RelyingParty confidential(String id, String... more) {
        String secret = "what only " + id + " knows: 100%+";
        List<String> command = new ArrayList<>(List.of(
                "oidc", "create-client", "Client " + id, "confidential", "--client-id", id, "--client-secret", "-"));
        command.addAll(List.of("-r", "code", "-u", CALLBACK, "-p", SIGNED_OUT));
        command.addAll(Stream.of(more).toList());
        accounts.operator.run(secret + "\n", command.toArray(String[]::new));
        return new RelyingParty(id, secret, CALLBACK);
    }

    /** A new session of one of the people. */
    Session somebody(String username) {
        return accounts.a.session(username, AccountServers.PASSWORD);
    }

    /** As a browser shows it that comes to a page. */
    static Map<String, String> cookie(Session session) {
        return Map.of("Cookie", session.cookie());
    }

    Stream<ProviderCalls> both() {
        return Stream.of(a, b);
    }

    @Override
    public void close() {
        accounts.close();
    }
}
