package io.github.auraauth.domain.authtoken;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.permission.Permission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * A credential of an account for programs; its secret is not here.
 *
 * @param account that it stands for
 * @param permissions that it carries; absent for all that the account has
 * @param times when it was made, was used and ends
 * @param withdrawn whether somebody took it back by hand, though it is still listed: it is good for nothing
 */
public record AuthToken(
        AuthTokenId id,
        AuthTokenName name,
        AccountId account,
        Optional<Set<Permission>> permissions,
        Times times,
        Source source,
        boolean withdrawn) {
    public AuthToken {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(account, "account");
        permissions = permissions.map(Set::copyOf);
        requireNonNull(times, "times");
        requireNonNull(source, "source");
    }

    /** Whether it is good at that time, as far as it is for the token to say. */
    public boolean isGoodAt(Instant now) {
        return !withdrawn && times.expiresAt().filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** The same token, taken back by hand. */
    public AuthToken asWithdrawn() {
        return new AuthToken(id, name, account, permissions, times, source, true);
    }

    /** Where a token came from. */
    public enum Source {
        /** Somebody made it, here. */
        CREATED,
        /** A line of {@code AUTH_TOKENS}. */
        LISTED,
        /** Another installation. */
        IMPORTED
    }

    /**
     * A token's times, to the millisecond.
     *
     * @param expiresAt from when on it is good for nothing; absent where it does not end
     * @param lastUsedAt some minutes old at most; absent before the first use
     */
    public record Times(Instant createdAt, Optional<Instant> expiresAt, Optional<Instant> lastUsedAt) {
        public Times {
            createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
            expiresAt = expiresAt.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
            lastUsedAt = lastUsedAt.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
