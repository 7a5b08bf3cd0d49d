package io.github.auraauth.domain.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A login whose password was right, and which waits for a second factor.
 *
 * @param epoch of the account when it began: one that has risen since ends it
 * @param end to the millisecond
 */
public record PendingLogin(AccountId account, int epoch, Instant end) {
    /** How long one is good. */
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    /** How often a second factor may be shown. */
    public static final int MOST_TRIES = 5;

    public PendingLogin {
        requireNonNull(account, "account");
        end = end.truncatedTo(ChronoUnit.MILLIS);
    }

    public boolean isGoodAt(Instant now) {
        return now.isBefore(end);
    }
}
