package io.github.auraauth.usecase;

import static io.github.auraauth.usecase.AccountEnvironment.PASSWORD;
import static io.github.auraauth.usecase.AccountEnvironment.SOURCE;
import static io.github.auraauth.usecase.ProviderEnvironment.ISSUER;
import static io.github.auraauth.usecase.ProviderEnvironment.VERIFIER;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.ClientAssertionRules;
import io.github.auraauth.domain.provider.IdTokens;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.provider.AuthorizationStep;
import io.github.auraauth.port.in.provider.Browser;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.port.in.session.AccountSessions.Login;
import io.github.auraauth.usecase.client.ClientAuthenticator;
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
import io.github.auraauth.usecase.provider.ProviderLogoutService;
import io.github.auraauth.usecase.provider.RequestHandles;
import io.github.auraauth.usecase.provider.SessionClientRecorder;
import io.github.auraauth.usecase.provider.UserInfoService;
import io.github.auraauth.usecase.provider.WaitingRequests;
import io.github.auraauth.usecase.signingkey.OwnTokens;
import io.github.auraauth.usecase.signingkey.SigningKeyReader;
import io.github.auraauth.usecase.signingkey.SigningKeyRotationService;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one instance of the service has of the provider. */
public final class ProviderInstance {
    public final AccountInstance accounts;
    public final ClientReader clientReader;
    public final ClientService clients;
    public final ClientAuthenticator authenticator;
    public final OAuthTokenService tokens;
    public final UserInfoService userInfo;
    public final ConsentService consents;
    public final AuthorizationService authorizations;
    public final ProviderLogoutService logouts;
    public final SigningKeyReader keys;
    public final SigningKeyRotationService rotation;
    private final ProviderEnvironment all;

    ProviderInstance(ProviderEnvironment all, AccountInstance accounts) {
        this.all = all;
        var base = all.accounts;
        this.accounts = accounts;
        keys = new SigningKeyReader(all.keys, base.clock, deadline -> {});
        rotation = new SigningKeyRotationService(
                all.keys, keys, all.tokens, Duration.ofMinutes(5), accounts.recorder, base.clock);
        clientReader = new ClientReader(all.clients, base.clock);
        clients = new ClientService(
                all.clients, clientReader, all.clientSecrets, accounts.recorder, base.clock, base.random);
        authenticator = new ClientAuthenticator(
                clientReader,
                all.clientSecrets,
                all.tokens,
                all.assertions,
                new ClientAssertionRules(Set.of(ISSUER, ISSUER + "/token")),
                base.throttle,
                base.clock);
        var grants = new GrantReader(
                all.grants,
                all.accessTokens,
                all.grantSecrets,
                accounts.reader,
                clientReader,
                accounts.policy,
                base.clock);
        var issuer = new TokenIssuer(
                all.accessTokens, all.grantSecrets, new IdTokens(ISSUER), all.tokens, base.clock, base.random);
        tokens = new OAuthTokenService(
                authenticator,
                new CodeExchange(all.grants, grants, all.grantSecrets, issuer, keys, base.clock),
                new RefreshExchange(all.grants, grants, all.grantSecrets, issuer, keys, base.clock),
                grants,
                all.grants,
                all.accessTokens,
                all.grantSecrets,
                base.clock);
        userInfo = new UserInfoService(grants);
        consents = new ConsentService(all.consents, all.grants, clientReader, accounts.recorder, base.clock);
        var own = new OwnTokens(keys, all.tokens, ISSUER);
        authorizations = new AuthorizationService(
                clientReader,
                new WaitingRequests(all.requests, new RequestHandles(Environment.SEED, base.random), base.clock),
                accounts.authenticator,
                consents,
                own,
                new SessionClientRecorder(all.sessionClients, accounts.authenticator, all.sessions),
                new CodeIssuer(all.grants, all.grantSecrets, consents, base.clock, base.random),
                ISSUER);
        logouts = new ProviderLogoutService(clientReader, accounts.authenticator, accounts.sessions, own);
    }

    /** The secret of a new session of an account with the usual password. */
    public Secret logIn(String name) {
        return logIn(name, Optional.empty());
    }

    /** The same in a browser that has a session. */
    public Secret logIn(String name, Optional<Secret> before) {
        return accounts.sessions
                .logIn(new Login(name, PASSWORD, SOURCE, before), all.accounts.soon())
                .fold(
                        begun -> begun.secret(),
                        pending -> {
                            throw new AssertionError("a second factor is needed");
                        },
                        () -> {
                            throw new AssertionError("refused");
                        },
                        pause -> {
                            throw new AssertionError("throttled");
                        });
    }

    public AuthorizationStep begin(Map<String, String> request, Optional<Secret> session) {
        return authorizations.begin(parameters(request), browser(session), all.accounts.soon());
    }

    /** A browser at the usual source. */
    public static Browser browser(Optional<Secret> session) {
        return new Browser(session, SOURCE);
    }

    public static AuthorizationParameters parameters(Map<String, String> request) {
        return new AuthorizationParameters(request, Set.of(), Optional.of(RequestedClaims.NONE));
    }

    /** The parameters that the client is sent. */
    public static Map<String, String> response(AuthorizationStep step) {
        return step.fold(
                respond -> respond.response().parameters(),
                logIn -> Map.of("step", "log in"),
                ask -> Map.of("step", "ask"),
                refuse -> Map.of("step", refuse.reason().name()));
    }

    /** The code that a client who asks nobody is given at once. */
    public Secret code(Client client, Secret session) {
        return Secret.ofText(response(begin(ProviderEnvironment.request(client), Optional.of(session)))
                .get("code"));
    }

    public OAuthResult<IssuedTokens> exchange(Client client, Secret code) {
        return tokens.exchange(
                ProviderEnvironment.credential(client),
                code,
                Optional.of(ProviderEnvironment.CALLBACK),
                Optional.of(VERIFIER),
                all.accounts.soon());
    }

    public OAuthResult<IssuedTokens> refresh(Client client, Secret refreshToken) {
        return tokens.refresh(
                ProviderEnvironment.credential(client), refreshToken, Optional.empty(), all.accounts.soon());
    }

    /** What was given. */
    public static <T> T given(OAuthResult<T> result) {
        return result.fold(value -> value, fault -> {
            throw new AssertionError("refused: " + fault);
        });
    }

    /** The error, or the empty text where there is none. */
    public static String error(OAuthResult<?> result) {
        return result.fold(value -> "", fault -> fault.error().value());
    }
}
