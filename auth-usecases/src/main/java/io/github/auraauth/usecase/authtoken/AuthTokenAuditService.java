package io.github.auraauth.usecase.authtoken;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.AuthTokenAudit;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.usecase.account.AccountReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tokens that end soon or lie unused, over their directory. */
public final class AuthTokenAuditService implements AuthTokenAudit {
    private final AuthTokenDirectory directory;
    private final AccountReader accounts;
    private final InstantSource clock;

    public AuthTokenAuditService(AuthTokenDirectory directory, AccountReader accounts, InstantSource clock) {
        this.directory = directory;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Outcome<List<OwnedToken>> ending(Duration time, int most, Actor actor, Deadline deadline) {
        Instant now = clock.instant();
        return permitted(actor).map(allowed -> owned(directory.ending(now, now.plus(time), most, deadline), deadline));
    }

    @Override
    public Outcome<List<OwnedToken>> unused(Duration time, int most, Actor actor, Deadline deadline) {
        Instant now = clock.instant();
        return permitted(actor).map(allowed -> owned(directory.unused(now.minus(time), now, most, deadline), deadline));
    }

    private List<OwnedToken> owned(List<AuthToken> found, Deadline deadline) {
        return OwnedTokens.of(found, accounts, deadline);
    }

    private static Outcome<Actor> permitted(Actor actor) {
        return actor.has(OwnPermissions.LIST_TOKEN) ? Outcome.done(actor) : Outcome.refused(Reason.FORBIDDEN);
    }
}
