package io.github.auraauth.port.in.account;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * The administration of accounts by the command line alone. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow.
 */
public interface AccountAdministration {

    /** Sets another's password and signs them out everywhere; by API and pages nobody chooses a password for another. */
    Outcome<Username> replacePassword(Username username, Secret password, Actor actor, Deadline deadline);

    /**
     * Forgets the failed logins of an account over all sources, so that it is held up no more.
     *
     * @param source whose own failures with the account are forgotten too; absent for none
     */
    Outcome<Username> unlock(Username username, Optional<String> source, Actor actor, Deadline deadline);
}
