package io.github.auraauth.app.wiring.provider;

import io.github.auraauth.adapter.jose.ClientKeySets;
import io.github.auraauth.adapter.jose.JoseSigningKeyGenerator;
import io.github.auraauth.adapter.jose.JoseTokenSigner;
import io.github.auraauth.adapter.jose.JoseTokenVerifier;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.wiring.account.AccountServices;
import io.github.auraauth.app.wiring.account.AccountStores;
import io.github.auraauth.app.wiring.account.SecondFactorServices;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.provider.ClientAssertionRules;
import io.github.auraauth.domain.provider.IdTokens;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.client.ClientImport;
import io.github.auraauth.port.in.client.Clients;
import io.github.auraauth.port.in.provider.Authorizations;
import io.github.auraauth.port.in.provider.Consents;
import io.github.auraauth.port.in.provider.OAuthTokens;
import io.github.auraauth.port.in.provider.ProviderLogouts;
import io.github.auraauth.port.in.provider.SigningKeyRotation;
import io.github.auraauth.port.in.provider.UserInfo;
import io.github.auraauth.port.out.provider.BackChannel;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.client.ClientAuthenticator;
import io.github.auraauth.usecase.client.ClientImportService;
import io.github.auraauth.usecase.client.ClientReader;
import io.github.auraauth.usecase.client.ClientService;
import io.github.auraauth.usecase.grant.CodeExchange;
import io.github.auraauth.usecase.grant.GrantReader;
import io.github.auraauth.usecase.grant.OAuthTokenService;
import io.github.auraauth.usecase.grant.RefreshExchange;
import io.github.auraauth.usecase.grant.TokenIssuer;
import io.github.auraauth.usecase.provider.AuthorizationService;
import io.github.auraauth.usecase.provider.CodeIssuer;
import io.github.auraauth.usecase.provider.ConsentService;
import io.github.auraauth.usecase.provider.LogoutDelivery;
import io.github.auraauth.usecase.provider.LogoutNotifyingSessions;
import io.github.auraauth.usecase.provider.ProviderLogoutService;
import io.github.auraauth.usecase.provider.RequestHandles;
import io.github.auraauth.usecase.provider.SessionClientRecorder;
import io.github.auraauth.usecase.provider.UserInfoService;
import io.github.auraauth.usecase.provider.WaitingRequests;
import io.github.auraauth.usecase.signingkey.FirstSigningKeys;
import io.github.auraauth.usecase.signingkey.OwnTokens;
import io.github.auraauth.usecase.signingkey.SigningKeyReader;
import io.github.auraauth.usecase.signingkey.SigningKeyRotationService;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The use cases of the provider over their stores, for the server and the command line alike. */
public final class ProviderServices {
    private static final String PATH = "/oidc";

    public final AccountServices accounts;
    public final Clients clients;
    public final ClientImport clientImport;
    final ClientReader clientReader;
    public final Authorizations authorizations;
    public final OAuthTokens tokens;
    public final UserInfo userInfo;
    public final ProviderLogouts logouts;
    public final Consents consents;
    public final SigningKeyRotation rotation;
    final SigningKeyReader keys;
    final String issuer;
    private final ProviderStores stores;
    private final JoseTokenSigner signer = new JoseTokenSigner();
    private final ClockAndRandom sources;

    /**
     * @param sessions those of the accounts
     * @param throttle of sources whose clients fail to prove who they are
     */
    private ProviderServices(
            Configuration configuration,
            ProviderStores stores,
            AccountServices accounts,
            LogoutNotifyingSessions sessions,
            SourceThrottle throttle,
            ClockAndRandom sources) {
        this.stores = stores;
        this.accounts = accounts;
        this.sources = sources;
        issuer = ServiceAddress.of(configuration).root() + PATH;
        InstantSource clock = sources.clock();
        SecureRandom random = sources.random();
        Secret seed = configuration.keys().seed();
        var verifier = new JoseTokenVerifier();
        var clientSecrets = new ClientSecrets(seed);
        var grantSecrets = new GrantSecrets(seed);

        var generator = new JoseSigningKeyGenerator(random);
        Consumer<Deadline> none = configuration.deployment().kind().isDevelopment()
                ? new FirstSigningKeys(stores.keys(), generator, clock)::make
                : deadline -> {};
        keys = new SigningKeyReader(stores.keys(), clock, none);
        rotation = new SigningKeyRotationService(
                stores.keys(), keys, generator, configuration.accounts().keySetAge(), accounts.recorder, clock);
        clientReader = new ClientReader(stores.clients(), clock);
        clients = new ClientService(stores.clients(), clientReader, clientSecrets, accounts.recorder, clock, random);
        clientImport = new ClientImportService(
                stores.clients(),
                stores.keys(),
                clientSecrets,
                SigningKeyRotationService.lead(configuration.accounts().keySetAge()),
                accounts.recorder,
                clock);
        var authenticator = new ClientAuthenticator(
                clientReader,
                clientSecrets,
                verifier,
                stores.assertions(),
                new ClientAssertionRules(Set.of(issuer, issuer + "/token")),
                throttle,
                clock);
        var policy = SecondFactorServices.policy(configuration);
        var grantReader = new GrantReader(
                stores.grants(), stores.accessTokens(), grantSecrets, accounts.reader, clientReader, policy, clock);
        var issuing = new TokenIssuer(stores.accessTokens(), grantSecrets, new IdTokens(issuer), signer, clock, random);
        tokens = new OAuthTokenService(
                authenticator,
                new CodeExchange(stores.grants(), grantReader, grantSecrets, issuing, keys, clock),
                new RefreshExchange(stores.grants(), grantReader, grantSecrets, issuing, keys, clock),
                grantReader,
                stores.grants(),
                stores.accessTokens(),
                grantSecrets,
                clock);
        userInfo = new UserInfoService(grantReader);
        var ownTokens = new OwnTokens(keys, verifier, issuer);
        var consentService =
                new ConsentService(stores.consents(), stores.grants(), clientReader, accounts.recorder, clock);
        consents = consentService;
        authorizations = new AuthorizationService(
                clientReader,
                new WaitingRequests(stores.requests(), new RequestHandles(seed, random), clock),
                accounts.sessionAuthenticator,
                consentService,
                ownTokens,
                new SessionClientRecorder(stores.sessionClients(), accounts.sessionAuthenticator, sessions),
                new CodeIssuer(stores.grants(), grantSecrets, consentService, clock, random),
                issuer);
        logouts = new ProviderLogoutService(clientReader, accounts.sessionAuthenticator, accounts.sessions, ownTokens);
    }

    /** Those over one connection, with accounts. */
    public static ProviderServices over(
            MongoConnection mongo,
            Configuration configuration,
            ActivityRecorder recorder,
            SourceThrottle throttle,
            MeterRegistry metrics,
            ClockAndRandom sources) {
        var cipher = new AtRestCipher(configuration.keys().encryptionKeys(), sources.random());
        AccountStores accountStores = AccountStores.over(mongo, cipher, metrics);
        ProviderStores stores = ProviderStores.over(mongo, cipher, metrics);
        LogoutNotifyingSessions sessions = stores.notifying(accountStores, sources);
        var accounts = new AccountServices(
                configuration,
                accountStores.with(sessions),
                stores.belongings(),
                stores.consents(),
                recorder,
                throttle,
                sources);
        return new ProviderServices(configuration, stores, accounts, sessions, throttle, sources);
    }

    /** What tells clients of logouts. */
    LogoutDelivery delivery(BackChannel backChannel, Executor executor) {
        return new LogoutDelivery(
                stores.notices(),
                clientReader,
                new IdTokens(issuer),
                new LogoutDelivery.Signing(signer, keys),
                backChannel,
                executor,
                sources.clock(),
                sources.random());
    }

    /** Whether a key set is one by which a client can prove who it is, with nothing private in it. */
    public static boolean isPublic(JsonWebKeySet keys) {
        return ClientKeySets.isPublic(keys);
    }
}
