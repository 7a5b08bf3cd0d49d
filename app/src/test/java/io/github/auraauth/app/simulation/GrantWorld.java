package io.github.auraauth.app.simulation;

import io.github.auraauth.adapter.memory.account.InMemoryAccountStore;
import io.github.auraauth.adapter.memory.account.InMemorySuperuserRoster;
import io.github.auraauth.adapter.memory.client.InMemoryClientStore;
import io.github.auraauth.adapter.memory.client.InMemoryUsedAssertions;
import io.github.auraauth.adapter.memory.grant.InMemoryAccessTokenStore;
import io.github.auraauth.adapter.memory.grant.InMemoryGrantStore;
import io.github.auraauth.adapter.memory.permission.InMemoryGroupStore;
import io.github.auraauth.adapter.memory.permission.InMemoryPermissionStore;
import io.github.auraauth.adapter.memory.provider.InMemorySigningKeyStore;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.grant.RefreshToken;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.provider.ClientAssertionRules;
import io.github.auraauth.domain.provider.IdTokens;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.provider.ClientCredential;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.port.out.token.TokenSigner;
import io.github.auraauth.port.out.token.TokenVerifier;
import io.github.auraauth.testkit.account.SampleAccounts;
import io.github.auraauth.testkit.client.SampleClients;
import io.github.auraauth.testkit.grant.SampleGrants;
import io.github.auraauth.testkit.simulation.Choices;
import io.github.auraauth.testkit.simulation.Faults;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.client.ClientAuthenticator;
import io.github.auraauth.usecase.client.ClientReader;
import io.github.auraauth.usecase.grant.CodeExchange;
import io.github.auraauth.usecase.grant.GrantReader;
import io.github.auraauth.usecase.grant.OAuthTokenService;
import io.github.auraauth.usecase.grant.RefreshExchange;
import io.github.auraauth.usecase.grant.TokenIssuer;
import io.github.auraauth.usecase.signingkey.SigningKeyReader;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Clients that race for one code, and then for its refresh tokens, at instances that share the grants: a thief among them
 * shows old ones. Answers get late and lost.
 */
final class GrantWorld {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Secret SEED = Secret.ofText("fake-seed-of-the-simulation");
    private static final SecondFactorPolicy POLICY = new SecondFactorPolicy(true, false);
    private static final GrantSecrets SECRETS = new GrantSecrets(SEED);
    private static final Faults DATABASE = Faults.NONE
            .withLate(30, SECOND.multipliedBy(4))
            .withLost(15)
            .withBroken(15)
            .withRefused(5);

    private static final Secret VERIFIER = Secret.ofText("a-verifier-of-the-simulation-with-50-characters-now");
    /** No client of these signs assertions. */
    private static final TokenVerifier NO_TOKENS = Altered.never(TokenVerifier.class);

    private static final PrivateSigningKey KEY = new PrivateSigningKey(
            new JsonWebKey("fake-key", SignatureAlgorithm.RS256, Map.of("n", "AQAB", "e", "AQAB")),
            Secret.ofText("fake-private-half"));
    private static final ClientCredential CREDENTIAL = new ClientCredential(
            ClientCredential.Method.NONE,
            Optional.of(SampleClients.clientId(1).value()),
            Optional.empty(),
            "192.0.2.1");

    private final Simulation simulation;
    private final Choices choices;
    private final UnaryOperator<GrantStore> tampering;
    private final GrantStore grants;
    private final AccessTokenStore accessTokens;
    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryClientStore clients = new InMemoryClientStore();
    private final InMemorySigningKeyStore keys = new InMemorySigningKeyStore();
    private final Client client = client();
    private final Account account = SampleAccounts.account(1);
    private final Grant grant = grant(client, account);
    private long newest;
    private boolean ended;
    private int refreshed;

    /** @param tampering what the instances have in place of the grants */
    GrantWorld(Simulation simulation, UnaryOperator<GrantStore> tampering) {
        this.simulation = simulation;
        this.choices = simulation.choices();
        this.tampering = tampering;
        GrantStore stored = new InMemoryGrantStore(simulation.clock());
        this.grants = simulation
                .dependency("grants", GrantStore.class, stored, DATABASE)
                .port();
        this.accessTokens = simulation
                .dependency(
                        "tokens", AccessTokenStore.class, new InMemoryAccessTokenStore(simulation.clock()), DATABASE)
                .port();
        Deadline setUp = Deadline.in(SECOND, simulation.clock());
        clients.insert(client, setUp);
        accounts.insert(account, setUp);
        keys.insert(new StoredSigningKey(KEY, Simulation.START, Simulation.START), setUp);
        stored.insert(grant, setUp);
    }

    /** Plays it to its end; every answer is judged as it comes. */
    void play() {
        int racing = choices.chance(500) ? 1 : 3;
        for (int i = 1; i <= 3; i++) {
            SimulatedProcess process = simulation.process("p" + i);
            OAuthTokenService tokens = instance(process);
            if (i <= racing) {
                process.start("exchanges", () -> tries(() -> exchange(tokens, process)));
            }
            for (String tab : List.of("x", "y")) {
                process.start(tab, () -> {
                    for (int rounds = 0; rounds < 6; rounds++) {
                        simulation.pause(choices.between(Duration.ZERO, SECOND.multipliedBy(3)));
                        tries(() -> refresh(tokens, process));
                    }
                });
            }
        }
        simulation.run();
    }

    int refreshed() {
        return refreshed;
    }

    private void exchange(OAuthTokenService tokens, SimulatedProcess process) {
        simulation.pause(choices.between(Duration.ZERO, Duration.ofMillis(choices.chance(500) ? 5 : 900)));
        boolean endsIt = newest > 0;
        Optional<IssuedTokens> issued = issued(tokens.exchange(
                CREDENTIAL,
                SECRETS.code(grant.id()),
                Optional.of(grant.request().redirectUri()),
                Optional.of(VERIFIER),
                process.deadline(SECOND)));
        if (issued.isPresent() && newest > 0) {
            throw new AssertionError("a code was exchanged twice");
        }
        issued.ifPresent(this::learn);
        ended |= issued.isEmpty() && endsIt;
    }

    /** Mostly with the newest token, now and then with one whose successor has been used. */
    private void refresh(OAuthTokenService tokens, SimulatedProcess process) {
        if (newest == 0) {
            return;
        }
        long generation = newest > 2 && choices.chance(150) ? newest - 2 : newest;
        boolean stolen = generation < newest;
        boolean wasOver = ended;
        Optional<IssuedTokens> issued = issued(tokens.refresh(
                CREDENTIAL,
                SECRETS.refreshToken(new RefreshToken(grant.id(), generation)),
                Optional.empty(),
                process.deadline(SECOND)));
        if (issued.isPresent() && (stolen || wasOver)) {
            throw new AssertionError(stolen ? "a token was used again" : "a family lives on whose end was told");
        }
        issued.ifPresent(this::learn);
        refreshed += issued.isPresent() ? 1 : 0;
        ended |= issued.isEmpty() && stolen;
    }

    private void learn(IssuedTokens issued) {
        long generation = issued.refreshToken()
                .flatMap(SECRETS::readRefreshToken)
                .orElseThrow()
                .generation();
        newest = Math.max(newest, generation);
        simulation.note("generation " + generation);
    }

    private static void tries(Runnable call) {
        try {
            call.run();
        } catch (Outage outage) {
            // as may be
        }
    }

    private static Optional<IssuedTokens> issued(OAuthResult<IssuedTokens> result) {
        return result.fold(Optional::of, refused -> Optional.empty());
    }

    private OAuthTokenService instance(SimulatedProcess process) {
        InstantSource clock = process.clock();
        SecureRandom random = choices.secureRandom();
        GrantStore used = tampering.apply(grants);
        var clientReader = new ClientReader(clients, clock);
        var owners = new AccountReader(
                accounts,
                new InMemorySuperuserRoster(),
                new InMemoryGroupStore(),
                new InMemoryPermissionStore(),
                clock);
        var reader = new GrantReader(used, accessTokens, SECRETS, owners, clientReader, POLICY, clock);
        TokenSigner signer = (claims, key, type) -> Secret.ofText("fake-token");
        var issuer = new TokenIssuer(
                accessTokens, SECRETS, new IdTokens("https://fake.example.com/oidc"), signer, clock, random);
        var signing = new SigningKeyReader(keys, clock, deadline -> {});
        return new OAuthTokenService(
                new ClientAuthenticator(
                        clientReader,
                        new ClientSecrets(SEED),
                        NO_TOKENS,
                        new InMemoryUsedAssertions(clock),
                        new ClientAssertionRules(Set.of("https://fake.example.com/oidc")),
                        new SourceThrottle(0, clock),
                        clock),
                new CodeExchange(used, reader, SECRETS, issuer, signing, clock),
                new RefreshExchange(used, reader, SECRETS, issuer, signing, clock),
                reader,
                used,
                accessTokens,
                SECRETS,
                clock);
    }

    private static Client client() {
        Client sample = SampleClients.client(1);
        return new Client(
                sample.id(),
                sample.name(),
                sample.authentication(),
                sample.addresses(),
                sample.policy(),
                sample.lifetimes(),
                Simulation.START);
    }

    private static Grant grant(Client client, Account account) {
        Grant sample = SampleGrants.grant(1, 1, 1);
        return new Grant(
                sample.id(),
                client.id(),
                account.id(),
                account.epoch(),
                sample.scopes(),
                sample.authentication(),
                new Grant.Request(
                        sample.request().redirectUri(),
                        Optional.of(Pkce.challenge(VERIFIER)),
                        Optional.empty(),
                        RequestedClaims.NONE),
                Grant.State.ISSUED,
                0,
                Simulation.START,
                Simulation.START.plusSeconds(60));
    }
}
