package io.github.auraauth.usecase.authtoken;

import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenSecret;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.AuthTokens.IssuedToken;
import io.github.auraauth.port.in.authtoken.AuthTokens.NewToken;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.usecase.account.AccountReader;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Makes auth tokens, none of which carries more than whoever makes it may do. Safe for use by many threads. */
public final class AuthTokenIssuer {
    private final AuthTokenStore tokens;
    private final AuthTokenDigester digester;
    private final AccountReader accounts;
    private final InstantSource clock;
    private final SecureRandom random;

    public AuthTokenIssuer(
            AuthTokenStore tokens,
            AuthTokenDigester digester,
            AccountReader accounts,
            InstantSource clock,
            SecureRandom random) {
        this.tokens = tokens;
        this.digester = digester;
        this.accounts = accounts;
        this.clock = clock;
        this.random = random;
    }

    /** A new token of that account. */
    Outcome<IssuedToken> issue(NewToken wanted, AccountDetails owner, Actor actor, Deadline deadline) {
        Instant now = clock.instant();
        Optional<Refusal> refusal = refusal(wanted, owner, actor, now, deadline);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        AuthToken token = new AuthToken(
                wanted.id().orElseGet(() -> AuthTokenId.random(random)),
                wanted.name(),
                owner.account().id(),
                wanted.permissions(),
                new AuthToken.Times(now, wanted.expiresAt(), Optional.empty()),
                AuthToken.Source.CREATED,
                false);
        Secret secret = AuthTokenSecret.random(random);
        if (!tokens.insert(digester.digest(secret), token, deadline)) {
            return Outcome.refused(Refusal.of(Reason.TAKEN, "id"));
        }
        return Outcome.done(
                new IssuedToken(new OwnedToken(token, owner.account().username()), secret));
    }

    private Optional<Refusal> refusal(
            NewToken wanted, AccountDetails owner, Actor actor, Instant now, Deadline deadline) {
        if (wanted.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            return Optional.of(Refusal.of(Reason.ENDED, "expires_at"));
        }
        if (!actor.isGoodUntil(wanted.expiresAt())) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, "expires_at"));
        }
        if (!owner.account().isActive()) {
            return Optional.of(Refusal.of(Reason.NOT_ACTIVE, "account"));
        }
        boolean own = actor.is(owner.account().id());
        Optional<Set<Permission>> permissions = wanted.permissions();
        // one that carries all grows with its owner's rights
        boolean grows = !own && !actor.rights().superuser();
        if (permissions.isEmpty() && (actor.restricted() || grows)) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, "permissions"));
        }
        // a token of another's account acts as they do, whatever it carries
        if ((!own || permissions.isEmpty()) && !actor.rights().cover(owner.rights())) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, own ? "permissions" : "account"));
        }
        if (permissions
                .filter(carried -> !accounts.known(deadline).containsAll(carried))
                .isPresent()) {
            return Optional.of(Refusal.of(Reason.UNKNOWN, "permissions"));
        }
        return permissions.filter(carried -> !actor.rights().hasAll(carried)).isPresent()
                ? Optional.of(Refusal.of(Reason.FORBIDDEN, "permissions"))
                : Optional.empty();
    }
}
