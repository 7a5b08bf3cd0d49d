package io.github.auraauth.usecase.grant;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.usecase.grant.TokenIssuer.Granted;
import io.github.auraauth.usecase.signingkey.SigningKeyReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives tokens for codes (RFC 6749, section 4.1.3; RFC 7636, section 4.6). Safe for use by many threads. */
public final class CodeExchange {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final GrantStore grants;
    private final GrantReader reader;
    private final GrantSecrets secrets;
    private final TokenIssuer issuer;
    private final SigningKeyReader keys;
    private final InstantSource clock;

    public CodeExchange(
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

    OAuthResult<IssuedTokens> exchange(
            Client client, Secret code, Optional<String> redirectUri, Optional<Secret> verifier, Deadline deadline) {
        Optional<GrantId> id = secrets.readCode(code);
        Optional<Grant> grant = id.flatMap(found -> reader.find(found, deadline))
                .filter(found -> found.client().equals(client.id()));
        if (grant.isEmpty()) {
            return refused();
        }
        if (grant.get().isActive()) {
            return usedTwice(grant.get(), deadline);
        }
        if (!redirectUri.equals(Optional.of(grant.get().request().redirectUri()))) {
            return OAuthResult.refused(OAuthError.INVALID_GRANT, "redirect_uri is not the one of the request");
        }
        if (!isProved(grant.get(), verifier)) {
            return OAuthResult.refused(OAuthError.INVALID_GRANT, "code_verifier does not fit the code_challenge");
        }
        return reader.owner(grant.get(), deadline)
                .map(owner -> redeem(client, grant.get(), owner, deadline))
                .orElseGet(CodeExchange::refused);
    }

    private OAuthResult<IssuedTokens> redeem(Client client, Grant grant, Account owner, Deadline deadline) {
        PrivateSigningKey key = keys.current(client.policy().idTokenAlgorithm(), deadline);
        Instant now = clock.instant();
        boolean refreshable = grant.has(Scope.OFFLINE_ACCESS.value());
        long generation = refreshable ? 1 : 0;
        if (!grants.activate(grant.id(), generation, now, TokenIssuer.end(client, refreshable, now), deadline)) {
            return usedTwice(grant, deadline);
        }
        return OAuthResult.done(
                issuer.issue(new Granted(client, grant, owner), key, grant.scopes(), generation, deadline));
    }

    /** Whoever used it first may be the thief: what they were given ends too (RFC 6749, section 4.1.2). */
    private OAuthResult<IssuedTokens> usedTwice(Grant grant, Deadline deadline) {
        grants.delete(grant.id(), deadline);
        return refused();
    }

    /** With a challenge its verifier, without one none: else a challenge could be taken off on the way. */
    private static boolean isProved(Grant grant, Optional<Secret> verifier) {
        Optional<String> challenge = verifier.filter(CodeExchange::isVerifier).map(Pkce::challenge);
        return verifier.isPresent() == challenge.isPresent()
                && challenge
                        .map(Secret::ofText)
                        .equals(grant.request().challenge().map(Secret::ofText));
    }

    private static boolean isVerifier(Secret verifier) {
        return VERIFIER.matcher(new String(verifier.reveal(), StandardCharsets.ISO_8859_1))
                .matches();
    }

    private static OAuthResult<IssuedTokens> refused() {
        return OAuthResult.refused(OAuthError.INVALID_GRANT, "the code is not good, or not the client's");
    }
}
