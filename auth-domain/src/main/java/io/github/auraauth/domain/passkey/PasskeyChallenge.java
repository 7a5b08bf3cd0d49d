package io.github.auraauth.domain.passkey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * That a challenge was put to an authenticator; the challenge itself is made of its handle, and not kept.
 *
 * @param account whose it is; absent where the passkey is to say so
 * @param end to the millisecond
 */
public record PasskeyChallenge(Purpose purpose, Optional<AccountId> account, Instant end) {
    /** How long one is good. */
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    public PasskeyChallenge {
        requireNonNull(purpose, "purpose");
        requireNonNull(account, "account");
        end = end.truncatedTo(ChronoUnit.MILLIS);
        if (account.isPresent() == (purpose == Purpose.LOGIN)) {
            throw new IllegalArgumentException("account must be absent for a login, and present else");
        }
    }

    public boolean isGoodAt(Instant now) {
        return now.isBefore(end);
    }

    /** What it is put for. */
    public enum Purpose {
        /** Adding a passkey to an account. */
        REGISTRATION,
        /** Logging in with a passkey alone. */
        LOGIN,
        /** Going on with a login whose password was right. */
        SECOND_FACTOR
    }
}
