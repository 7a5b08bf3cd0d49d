package io.github.auraauth.port.in.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * The export of all that is stored about the person of an account. Safe for use by many threads; throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface StoredAccountData {

    /** All of it, without secrets. */
    Outcome<Everything> export(Username username, Actor actor, Deadline deadline);

    /**
     * All that is stored.
     *
     * @param passkeys those that the account names
     * @param sessions ended ones too, as long as they are stored
     * @param consents what the person has agreed to clients' being told
     * @param activities newest first
     */
    record Everything(
            AccountDetails account,
            List<Passkey> passkeys,
            List<Session> sessions,
            List<AuthToken> tokens,
            List<Consent> consents,
            List<Activity> activities) {
        public Everything {
            requireNonNull(account, "account");
            passkeys = List.copyOf(passkeys);
            sessions = List.copyOf(sessions);
            tokens = List.copyOf(tokens);
            consents = List.copyOf(consents);
            activities = List.copyOf(activities);
        }
    }
}
