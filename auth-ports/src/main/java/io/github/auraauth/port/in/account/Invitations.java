package io.github.auraauth.port.in.account;

import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * Invitations to set a password, as whoever holds one asks. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow.
 */
public interface Invitations {

    /** Whose password may be set by it; empty when it is used, ended or none. */
    Optional<Username> find(Secret invitation, Deadline deadline);

    /** Sets the password and signs out everywhere; a password that is not taken leaves the invitation good. */
    Outcome<Username> accept(Secret invitation, Secret password, Deadline deadline);
}
