package io.github.auraauth.port.in.account;

import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * Accounts, as whoever manages them asks for them; without the permission one finds one's own. Nobody gives, takes away or
 * takes over what they have not ({@link io.github.auraauth.domain.account.AccountRules}). Safe for use by many threads;
 * every method throws {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow.
 */
public interface Accounts {

    /** A part of all accounts, by user name; of one's own alone without {@code list_account}. */
    Outcome<Page<AccountDetails>> list(Filter filter, PageRequest page, Actor actor, Deadline deadline);

    /** One account; absent alike whether it is there or not, where it is neither one's own nor to be seen. */
    Outcome<AccountDetails> find(Username username, Actor actor, Deadline deadline);

    /** Makes an account without a password, and an invitation to set one. */
    Outcome<InvitedAccount> create(Username username, AccountChange change, Actor actor, Deadline deadline);

    /** Changes an account, all or nothing. */
    Outcome<AccountDetails> change(Username username, AccountChange change, Actor actor, Deadline deadline);

    /** Erases an account, with its sessions, tokens and invitations; what is not done yet, the service finishes. */
    Outcome<Username> delete(Username username, Actor actor, Deadline deadline);

    /** Makes an invitation to set a new password; the present one stays good until it is used. */
    Outcome<Secret> invite(Username username, Actor actor, Deadline deadline);

    /**
     * Which accounts are asked for; what is absent lets all through.
     *
     * @param active whether they are
     * @param staff whether administration is open to them
     * @param group that they are in
     */
    record Filter(Optional<Boolean> active, Optional<Boolean> staff, Optional<GroupName> group) {
        /** All of them. */
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A new account.
     *
     * @param invitation secret of the invitation, which is not to be seen again
     */
    record InvitedAccount(AccountDetails account, Secret invitation) {}
}
