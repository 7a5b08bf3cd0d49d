package io.github.auraauth.usecase.removal;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long values stay in the cache.
 *
 * @param known for a user; less up to a tenth, so that values filled together do not end together
 * @param unknown for the knowledge that there is no such user
 */
public record CacheTimes(Duration known, Duration unknown) {
    public CacheTimes {
        if (known.isNegative() || known.isZero() || unknown.isNegative() || unknown.isZero()) {
            throw new IllegalArgumentException("known and unknown must be positive");
        }
    }

    /** The given time for users, five seconds for unknown ids. */
    public static CacheTimes of(Duration known) {
        return new CacheTimes(known, Duration.ofSeconds(5));
    }

    /** The time for this value, never beyond the user's own end; zero or less when it has come. */
    Duration of(HashedAuraId name, Optional<User> user, Instant now) {
        if (user.isEmpty()) {
            return unknown;
        }
        Duration spread =
                known.minus(known.dividedBy(10).multipliedBy(jitter(name)).dividedBy(256));
        return user.get()
                .registration()
                .expiresAt()
                .map(end -> Duration.between(now, end))
                .filter(left -> left.compareTo(spread) < 0)
                .orElse(spread);
    }

    /** 0 to 255, taken from the name, which is as good as random and needs no randomness. */
    private static int jitter(HashedAuraId name) {
        return Integer.parseInt(name.hex(), 0, 2, 16);
    }
}
