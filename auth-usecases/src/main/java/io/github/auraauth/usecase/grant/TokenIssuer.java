package io.github.auraauth.usecase.grant;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.grant.RefreshToken;
import io.github.auraauth.domain.provider.IdTokens;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.TokenType;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import io.github.auraauth.port.out.token.TokenSigner;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Makes the tokens of grants. Safe for use by many threads. */
public final class TokenIssuer {
    private final AccessTokenStore tokens;
    private final GrantSecrets secrets;
    private final IdTokens idTokens;
    private final TokenSigner signer;
    private final InstantSource clock;
    private final SecureRandom random;

    public TokenIssuer(
            AccessTokenStore tokens,
            GrantSecrets secrets,
            IdTokens idTokens,
            TokenSigner signer,
            InstantSource clock,
            SecureRandom random) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.idTokens = idTokens;
        this.signer = signer;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The tokens that answer a client.
     *
     * @param key that signs now
     * @param scopes of the access token, by name
     * @param generation of the refresh token; 0 for none
     */
    IssuedTokens issue(Granted granted, PrivateSigningKey key, Set<String> scopes, long generation, Deadline deadline) {
        Instant now = clock.instant();
        Grant grant = granted.grant();
        Duration lifetime = granted.client().lifetimes().accessToken();
        Secret access = secrets.newAccessToken(random);
        tokens.insert(
                secrets.digest(access).orElseThrow(),
                new AccessToken(grant.id(), scopes, now, now.plus(lifetime)),
                deadline);
        boolean first = generation <= 1;
        Secret idToken = signer.sign(idTokens.idToken(grant, granted.owner(), access, first, now), key, TokenType.JWT);
        Optional<Secret> refresh = generation == 0
                ? Optional.empty()
                : Optional.of(secrets.refreshToken(new RefreshToken(grant.id(), generation)));
        return new IssuedTokens(access, lifetime, refresh, idToken, scopes);
    }

    /** When a grant ends from which tokens are given now. */
    static Instant end(Client client, boolean refreshable, Instant now) {
        Duration access = client.lifetimes().accessToken();
        Duration refresh = client.lifetimes().refreshToken();
        return now.plus(refreshable && refresh.compareTo(access) > 0 ? refresh : access);
    }

    /** What tokens are made of. */
    record Granted(Client client, Grant grant, Account owner) {}
}
