package io.github.auraauth.port.in.secondfactor;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.port.Deadline;

/**
 * The second factors of an account of somebody else's. Throws {@link io.github.auraauth.port.Outage} when a store is away,
 * contended or too slow.
 */
public interface SecondFactorAdministration {
    /**
     * Takes all second factors away and signs the account out everywhere; the owner is told at their next login. For superusers,
     * not with their own account; {@code REAUTHENTICATION_REQUIRED} to a session whose authentication is older than five minutes;
     * {@code ABSENT} where there is no such account or it has none.
     */
    Outcome<Username> reset(Username username, Actor actor, Deadline deadline);
}
