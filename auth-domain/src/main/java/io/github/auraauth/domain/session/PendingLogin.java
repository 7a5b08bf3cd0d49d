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
 * @param tries how often a second factor was shown
 * @param end to the millisecond
 */
public record PendingLogin(AccountId account, int epoch, int tries, Instant end) {
    /** How long one is good. */
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    /** How often a second factor may be shown. */
    public static final int MOST_TRIES = 5;

    public PendingLogin {
        requireNonNull(account, "account");
        end = end.truncatedTo(ChronoUnit.MILLIS);
        if (tries < 0) {
            throw new IllegalArgumentException("tries must not be negative");
        }
    }

    /** One that begins now. */
    public static PendingLogin of(AccountId account, int epoch, Instant now) {
        return new PendingLogin(account, epoch, 0, now.plus(VALIDITY));
    }

    /** The same after another try. */
    public PendingLogin tried() {
        return new PendingLogin(account, epoch, tries + 1, end);
    }

    /** Whether a second factor may still be shown at that time. */
    public boolean isGoodAt(Instant now) {
        return tries < MOST_TRIES && now.isBefore(end);
    }
}
