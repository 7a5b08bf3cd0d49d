package io.github.auraauth.port.in.authtoken;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import java.time.Duration;
import java.util.List;

/**
 * The auth tokens of all accounts that somebody should look at, for those who have {@code list_token}. Safe for use by many
 * threads; every method throws {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface AuthTokenAudit {

    /** So many tokens that end within that time from now on, the first to end first; not those that are withdrawn. */
    Outcome<List<OwnedToken>> ending(Duration time, int most, Actor actor, Deadline deadline);

    /** So many good tokens that were neither made nor used within that time; those that never were used first. */
    Outcome<List<OwnedToken>> unused(Duration time, int most, Actor actor, Deadline deadline);
}
