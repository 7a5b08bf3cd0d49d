package io.github.auraauth.usecase.grant;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.grant.RefreshRules;
import io.github.auraauth.domain.grant.RefreshToken;
import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.usecase.grant.TokenIssuer.Granted;
import io.github.auraauth.usecase.signingkey.SigningKeyReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Gives tokens for refresh tokens, which are used once (RFC 6749, section 6; RFC 9700, section 4.14). Safe for use by many threads. */
public final class RefreshExchange {
    /** Of two who ask at once, the second finds the token used by the first, and is judged anew. */
    private static final int ATTEMPTS = 3;

    private final GrantStore grants;
    private final GrantReader reader;
    private final GrantSecrets secrets;
    private final TokenIssuer issuer;
    private final SigningKeyReader keys;
    private final InstantSource clock;

    public RefreshExchange(
            GrantStore grants,
            GrantReader reader,
            GrantSecrets secrets,
            TokenIssuer issuer,
            SigningKeyReader keys,
            InstantSource clock) {
        this.grants = grants;
        this.reader = reader;
        this.secrets = secrets;
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
    }

    OAuthResult<IssuedTokens> refresh(
            Client client, Secret refreshToken, Optional<Set<String>> scopes, Deadline deadline) {
        Optional<RefreshToken> shown = secrets.readRefreshToken(refreshToken);
        for (int attempt = 0; shown.isPresent() && attempt < ATTEMPTS; attempt++) {
            Optional<Grant> grant = reader.find(shown.get().grant(), deadline)
                    .filter(found -> found.client().equals(client.id()));
            Optional<Account> owner = grant.flatMap(found -> reader.owner(found, deadline));
            if (grant.isEmpty() || owner.isEmpty()) {
                return refused();
            }
            if (!grant.get().scopes().containsAll(scopes.orElse(Set.of()))) {
                return OAuthResult.refused(OAuthError.INVALID_SCOPE, "scope goes beyond what was granted");
            }
            Granted granted = new Granted(client, grant.get(), owner.get());
            Optional<OAuthResult<IssuedTokens>> result =
                    attempt(granted, shown.get(), scopes.orElse(grant.get().scopes()), deadline);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return refused();
    }

    /** Empty when another was faster. */
    private Optional<OAuthResult<IssuedTokens>> attempt(
            Granted granted, RefreshToken shown, Set<String> scopes, Deadline deadline) {
        Instant now = clock.instant();
        Grant grant = granted.grant();
        return switch (RefreshRules.judge(grant, shown, now)) {
            case REFUSED -> Optional.of(refused());
            case REUSED -> {
                grants.delete(grant.id(), deadline);
                yield Optional.of(refused());
            }
            case REPEAT -> {
                PrivateSigningKey key = key(granted, deadline);
                yield Optional.of(OAuthResult.done(issuer.issue(granted, key, scopes, grant.generation(), deadline)));
            }
            case ROTATE -> {
                PrivateSigningKey key = key(granted, deadline);
                Instant end = TokenIssuer.end(granted.client(), true, now);
                yield grants.rotate(grant.id(), grant.generation(), now, end, deadline)
                        ? Optional.of(
                                OAuthResult.done(issuer.issue(granted, key, scopes, grant.generation() + 1, deadline)))
                        : Optional.empty();
            }
        };
    }

    private PrivateSigningKey key(Granted granted, Deadline deadline) {
        return keys.current(granted.client().policy().idTokenAlgorithm(), deadline);
    }

    private static OAuthResult<IssuedTokens> refused() {
        return OAuthResult.refused(OAuthError.INVALID_GRANT, "the refresh token is not good, or not the client's");
    }
}
