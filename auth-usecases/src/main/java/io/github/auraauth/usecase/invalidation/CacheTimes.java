package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
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

    /** How far a clock may be from the database's. */
    static final Duration CLOCK_MARGIN = Duration.ofMinutes(2);

    public CacheTimes {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("longest must be positive");
        }
    }

    /**
     * For how long from now this value may be kept: from its reading on, and never beyond the user's own end less the
     * margin for clocks; zero or less when that has come.
     */
    Duration of(HashedAuraId name, CachedUser value, Instant now) {
        if (value.user().isEmpty()) {
            return Duration.between(now, value.provenance().readAt().plus(ABSENCE));
        }
        Duration spread =
                longest.minus(longest.dividedBy(10).multipliedBy(jitter(name)).dividedBy(256));
        Instant end = value.provenance().readAt().plus(spread);
        Instant last = value.user()
                .get()
                .registration()
                .expiresAt()
                .map(expiry -> expiry.minus(CLOCK_MARGIN))
                .filter(expiry -> expiry.isBefore(end))
                .orElse(end);
        return Duration.between(now, last);
    }

    /** Whether a value of the shared cache is young enough, by clocks that may differ. */
    boolean allows(Provenance provenance, Instant now) {
        Duration age = Duration.between(provenance.readAt(), now);
        return age.compareTo(longest) <= 0 && age.compareTo(CLOCK_MARGIN.multipliedBy(-2)) >= 0;
    }

    /** 0 to 255, taken from the name, which is as good as random and needs no randomness. */
    private static int jitter(HashedAuraId name) {
        return Integer.parseInt(name.hex(), 0, 2, 16);
    }
}
