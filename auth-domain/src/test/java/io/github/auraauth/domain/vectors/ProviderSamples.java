package io.github.auraauth.domain.vectors;

import static io.github.auraauth.domain.vectors.Samples.CANARY;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAddresses;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.client.ClientSecretDigest;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.client.RedirectUri;
import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.AccessTokenDigest;
import io.github.auraauth.domain.grant.AuthenticationContext;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.grant.RefreshToken;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.AuthorizationRequest;
import io.github.auraauth.domain.provider.AuthorizationResponse;
import io.github.auraauth.domain.provider.AuthorizationRules;
import io.github.auraauth.domain.provider.ClientAssertionRules;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.domain.provider.IdTokens;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthFault;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.domain.provider.ResponseMode;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.provider.SigningKeyRing;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The part of {@link Samples} about the OpenID provider. */
final class ProviderSamples {
    private static final Instant NOW = Instant.parse("2030-01-02T12:00:00Z");
    private static final String UUID = "00000000-0000-4000-8000-000000000001";
    private static final String HEX = "0123456789abcdef".repeat(4);
    private static final String ADDRESS = "https://client.example/cb";
    private static final ClientId CLIENT = new ClientId("my-client");
    private static final SessionId SESSION = new SessionId(UUID);
    private static final AccountId ACCOUNT = new AccountId(UUID);
    private static final GrantId GRANT = new GrantId("0".repeat(22));
    private static final Secret SECRET = Secret.ofText(CANARY + "-0123456789-0123456789-012");
    private static final Grant.Request REQUEST =
            new Grant.Request(ADDRESS, Optional.of(HEX), Optional.of(CANARY), RequestedClaims.NONE);

    private ProviderSamples() {}

    static List<Object> all() {
        return Stream.of(clients(), grants(), requests(), keys())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> clients() {
        var addresses = new ClientAddresses(
                List.of(new RedirectUri(ADDRESS)), List.of(), Optional.of(URI.create("https://client.example/")));
        var policy = new Client.Policy(Set.of("openid"), true, true, false, SignatureAlgorithm.RS256);
        return List.of(
                CLIENT,
                addresses,
                policy,
                new RedirectUri(ADDRESS),
                ClientLifetimes.DEFAULT,
                new ClientSecretDigest(HEX),
                new ClientSecrets(SECRET),
                new ClientAuthentication(true, List.of(new ClientSecretDigest(HEX)), Optional.empty()),
                new Client(
                        CLIENT,
                        "My client",
                        ClientAuthentication.NONE,
                        addresses,
                        policy,
                        ClientLifetimes.DEFAULT,
                        NOW));
    }

    private static List<Object> grants() {
        var login = new AuthenticationContext(SESSION, NOW, Set.of("pwd"));
        return List.of(
                GRANT,
                login,
                REQUEST,
                RequestedClaims.NONE,
                new RefreshToken(GRANT, 1),
                new AccessTokenDigest(HEX),
                new AccessToken(GRANT, Set.of("openid"), NOW, NOW),
                new GrantSecrets(SECRET),
                new Grant(
                        GRANT, CLIENT, ACCOUNT, 0, Set.of("openid"), login, REQUEST, Grant.State.ISSUED, 0, NOW, NOW));
    }

    private static List<Object> requests() {
        var parameters =
                new AuthorizationParameters(Map.of("login_hint", CANARY), Set.of(), Optional.of(RequestedClaims.NONE));
        var hints = new AuthorizationRequest.Hints(Optional.of(SECRET), Optional.of(CANARY), Optional.of("es"));
        var fault = new OAuthFault(OAuthError.INVALID_REQUEST, "a parameter is repeated");
        return List.of(
                parameters,
                hints,
                fault,
                new AuthorizationRequest(
                        ADDRESS,
                        ResponseMode.QUERY,
                        Set.of(Scope.OPENID),
                        Optional.of(CANARY),
                        REQUEST,
                        Set.of(),
                        Optional.empty(),
                        hints),
                new AuthorizationResponse(ADDRESS, ResponseMode.QUERY, Map.of("code", CANARY)),
                new AuthorizationRules.Asked(NOW, true),
                new AuthorizationRules.Person(true, true, NOW, "aal1", Set.of("openid")),
                new KeptRequest(parameters, NOW, KeptRequest.Stage.PERSON, Optional.of(NOW)),
                new RequestDigest(HEX),
                new OAuthResult.Done<>(SECRET),
                new OAuthResult.Refused<>(fault),
                new Consent(ACCOUNT, CLIENT, Set.of("openid"), NOW));
    }

    private static List<Object> keys() {
        var key = new StoredSigningKey(
                new PrivateSigningKey(
                        new JsonWebKey("a", SignatureAlgorithm.RS256, Map.of("n", "AQ", "e", "AQAB")), SECRET),
                NOW,
                NOW);
        return List.of(
                key,
                key.key().publicKey(),
                new SigningKeyRing(List.of(key)),
                new IdTokens("https://auth.example/oidc"),
                new ClientAssertionRules(Set.of("https://auth.example/oidc")),
                new ClientAssertionRules.Accepted("an-id", NOW),
                LogoutNotice.create(UUID, CLIENT, "a-subject", SESSION, NOW));
    }
}
