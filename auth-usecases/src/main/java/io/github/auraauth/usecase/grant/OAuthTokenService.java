package io.github.auraauth.usecase.grant;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.grant.RefreshRules;
import io.github.auraauth.domain.grant.RefreshRules.Verdict;
import io.github.auraauth.domain.grant.RefreshToken;
import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.provider.PersonClaims;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.ClientCredential;
import io.github.auraauth.port.in.provider.OAuthTokens;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.usecase.client.ClientAuthenticator;
import io.github.auraauth.usecase.grant.GrantReader.Bearer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The token endpoint's use cases, over grants and access tokens. */
public final class OAuthTokenService implements OAuthTokens {
    private final ClientAuthenticator clients;
    private final CodeExchange codes;
    private final RefreshExchange refreshes;
    private final GrantReader reader;
    private final GrantStore grants;
    private final AccessTokenStore tokens;
    private final GrantSecrets secrets;
    private final InstantSource clock;

    public OAuthTokenService(
            ClientAuthenticator clients,
            CodeExchange codes,
            RefreshExchange refreshes,
            GrantReader reader,
            GrantStore grants,
            AccessTokenStore tokens,
            GrantSecrets secrets,
            InstantSource clock) {
        this.clients = clients;
        this.codes = codes;
        this.refreshes = refreshes;
        this.reader = reader;
        this.grants = grants;
        this.tokens = tokens;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public OAuthResult<IssuedTokens> exchange(
            ClientCredential client,
            Secret code,
            Optional<String> redirectUri,
            Optional<Secret> verifier,
            Deadline deadline) {
        return clients.authenticate(client, deadline)
                .then(found -> codes.exchange(found, code, redirectUri, verifier, deadline));
    }

    @Override
    public OAuthResult<IssuedTokens> refresh(
            ClientCredential client, Secret refreshToken, Optional<Set<String>> scopes, Deadline deadline) {
        return clients.authenticate(client, deadline)
                .then(found -> refreshes.refresh(found, refreshToken, scopes, deadline));
    }

    @Override
    public OAuthResult<Introspection> introspect(ClientCredential client, Secret token, Deadline deadline) {
        return clients.authenticate(client, deadline).then(found -> {
            // whoever has no secret could look for tokens of others
            if (!found.authentication().confidential()) {
                return OAuthResult.refused(OAuthError.INVALID_CLIENT, "a public client cannot introspect tokens");
            }
            Optional<ActiveToken> active = access(found, token, deadline).or(() -> refresh(found, token, deadline));
            return OAuthResult.done(new Introspection(active.filter(each -> mayKnow(found, each))));
        });
    }

    @Override
    public OAuthResult<TokenRevocation> revoke(ClientCredential client, Secret token, Deadline deadline) {
        return clients.authenticate(client, deadline)
                .then(found -> secrets.readRefreshToken(token).isPresent()
                        ? revoke(found, secrets.readRefreshToken(token).get().grant(), deadline)
                        : revokeAccess(found, token, deadline));
    }

    private OAuthResult<TokenRevocation> revoke(Client client, GrantId id, Deadline deadline) {
        Optional<Grant> grant = grants.find(id, deadline);
        if (grant.filter(found -> !found.client().equals(client.id())).isPresent()) {
            return foreign();
        }
        grant.ifPresent(found -> grants.delete(id, deadline));
        return OAuthResult.done(TokenRevocation.DONE);
    }

    private OAuthResult<TokenRevocation> revokeAccess(Client client, Secret token, Deadline deadline) {
        Optional<Grant> grant = secrets.digest(token)
                .flatMap(digest -> tokens.find(digest, deadline))
                .flatMap(found -> grants.find(found.grant(), deadline));
        if (grant.filter(found -> !found.client().equals(client.id())).isPresent()) {
            return foreign();
        }
        secrets.digest(token).ifPresent(digest -> tokens.delete(digest, deadline));
        return OAuthResult.done(TokenRevocation.DONE);
    }

    private static OAuthResult<TokenRevocation> foreign() {
        return OAuthResult.refused(OAuthError.INVALID_GRANT, "the token is not the client's");
    }

    private Optional<ActiveToken> access(Client caller, Secret token, Deadline deadline) {
        return reader.bearer(token, deadline).map(bearer -> ofAccess(caller, bearer));
    }

    private static ActiveToken ofAccess(Client caller, Bearer bearer) {
        return new ActiveToken(
                true,
                bearer.token().scopes(),
                bearer.grant().client().value(),
                PersonClaims.subject(bearer.owner()),
                username(caller, bearer.token().scopes(), bearer.owner()),
                bearer.token().issuedAt(),
                bearer.token().expiresAt());
    }

    private Optional<ActiveToken> refresh(Client caller, Secret token, Deadline deadline) {
        return secrets.readRefreshToken(token)
                .flatMap(shown -> reader.find(shown.grant(), deadline).filter(grant -> isGood(grant, shown)))
                .flatMap(grant -> reader.owner(grant, deadline)
                        .map(owner -> new ActiveToken(
                                false,
                                grant.scopes(),
                                grant.client().value(),
                                PersonClaims.subject(owner),
                                username(caller, grant.scopes(), owner),
                                grant.rotatedAt(),
                                grant.expiresAt())));
    }

    /** Part of the profile: a client is told it only where it may know that. */
    private static Optional<String> username(Client caller, Set<String> scopes, Account owner) {
        boolean known = caller.policy().resourceServer() || scopes.contains(Scope.PROFILE.value());
        return known ? Optional.of(owner.username().value()) : Optional.empty();
    }

    private boolean isGood(Grant grant, RefreshToken shown) {
        Verdict verdict = RefreshRules.judge(grant, shown, clock.instant());
        return verdict == Verdict.ROTATE || verdict == Verdict.REPEAT;
    }

    private static boolean mayKnow(Client client, ActiveToken token) {
        return client.policy().resourceServer() || client.id().value().equals(token.clientId());
    }
}
