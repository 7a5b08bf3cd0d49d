package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.permission.Rights;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Leave to set the password of an account, once.
 *
 * @param epoch of the account when it was given: one that has risen since ends it
 * @param giver what whoever gave it could do then: one for an account that has more by now is no good
 * @param end to the millisecond
 */
public record Invitation(AccountId account, int epoch, Rights giver, Instant end) {
    /** How long one is good. */
    public static final Duration VALIDITY = Duration.ofHours(24);

    public Invitation {
        requireNonNull(account, "account");
        requireNonNull(giver, "giver");
        end = end.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isGoodAt(Instant now) {
        return now.isBefore(end);
    }
}
