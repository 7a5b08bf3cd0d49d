package io.github.auraauth.port.out.provider;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.Optional;

/**
 * The consents that people gave to clients. Each call is atomic for one consent and safe for use by many threads and processes;
 * {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface ConsentStore {

    /** Adds the scopes to those that the account has agreed to before, and notes when; durable when it returns. */
    void add(Consent consent, Deadline deadline);

    /** What the account has agreed to for the client, by one read of the primary key. */
    Optional<Consent> find(AccountId account, ClientId client, Deadline deadline);

    /** All of an account, by rising client. */
    List<Consent> ofAccount(AccountId account, Deadline deadline);

    /** Removes a consent; false when there is none. */
    boolean delete(AccountId account, ClientId client, Deadline deadline);

    /** Removes all of an account. */
    void deleteAll(AccountId account, Deadline deadline);
}
