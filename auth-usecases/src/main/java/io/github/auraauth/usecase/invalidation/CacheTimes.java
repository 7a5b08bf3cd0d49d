package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.user.User;
import java.time.Duration;
import java.time.Instant;

/**
 * How long users stay in the cache.
 *
 * @param longest less up to a tenth, so that users cached together do not end together
 */
public record CacheTimes(Duration longest) {
    /** How long this process remembers that there is no such user. */
    static final Duration ABSENCE = Duration.ofSeconds(1);

    public CacheTimes {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("longest must be positive");
        }
    }

    /** The time for this user, never beyond their own end; zero or less when it has come. */
    Duration of(HashedAuraId name, User user, Instant now) {
        Duration spread =
                longest.minus(longest.dividedBy(10).multipliedBy(jitter(name)).dividedBy(256));
        return user.registration()
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
