package io.github.auraauth.domain.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The count of failed logins of one key.
 *
 * @param failures since the count began
 * @param lastFailure to the millisecond; absent where there is none
 * @param lastSuccess to the millisecond; absent where there is none
 */
public record FailureCount(int failures, Optional<Instant> lastFailure, Optional<Instant> lastSuccess) {
    /** Nothing is known. */
    public static final FailureCount NONE = new FailureCount(0, Optional.empty(), Optional.empty());

    /** How long a failure is remembered at least. */
    public static final Duration FAILURE_KEPT = Duration.ofDays(1);

    /** How long a success is remembered at least. */
    public static final Duration SUCCESS_KEPT = Duration.ofDays(90);

    public FailureCount {
        lastFailure = requireNonNull(lastFailure, "lastFailure").map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        lastSuccess = requireNonNull(lastSuccess, "lastSuccess").map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        if (failures < 0) {
            throw new IllegalArgumentException("failures must not be negative");
        }
    }
}
