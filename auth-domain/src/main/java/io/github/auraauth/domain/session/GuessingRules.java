package io.github.auraauth.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long whoever guesses passwords has to wait. The rightful owner is never locked out for good. */
public final class GuessingRules {
    /** Over how long failures are counted together. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** How long a source from which somebody logged in stays known. */
    public static final Duration KNOWN = Duration.ofDays(90);

    private static final int FREE = 5;
    private static final int FREE_EVERYWHERE = 100;
    private static final int FREE_CODES_EVERYWHERE = 10;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_FROM_KNOWN = Duration.ofSeconds(5);

    private GuessingRules() {}

    /**
     * How long the next login has to wait: from the fifth failure of a source on twice as long with each; from any source
     * that is not known, where all together have failed too often.
     *
     * @return empty when it may be tried now
     */
    public static Optional<Duration> pause(FailureCount fromHere, FailureCount fromAll, Instant now) {
        return pause(fromHere, fromAll, FREE_EVERYWHERE, now);
    }

    /**
     * The same for the next code of a second factor. Codes are short, and whoever tries them knows the password, so that all sources
     * together have fewer tries.
     */
    public static Optional<Duration> pauseOfCodes(FailureCount fromHere, FailureCount fromAll, Instant now) {
        return pause(fromHere, fromAll, FREE_CODES_EVERYWHERE, now);
    }

    private static Optional<Duration> pause(
            FailureCount fromHere, FailureCount fromAll, int freeEverywhere, Instant now) {
        boolean known = fromHere.lastSuccess()
                .filter(success -> now.isBefore(success.plus(KNOWN)))
                .isPresent();
        Optional<Instant> free = isCurrent(fromHere, now) && fromHere.failures() >= FREE
                ? fromHere.lastFailure().map(last -> last.plus(backoff(fromHere.failures() - FREE, known)))
                : Optional.empty();
        if (free.isEmpty() && !known && isCurrent(fromAll, now) && fromAll.failures() >= freeEverywhere) {
            free = fromAll.lastFailure().map(last -> last.plus(backoff(fromAll.failures() - freeEverywhere, false)));
        }
        return free.filter(now::isBefore).map(end -> Duration.between(now, end));
    }

    private static boolean isCurrent(FailureCount count, Instant now) {
        return count.lastFailure()
                .filter(last -> now.isBefore(last.plus(WINDOW)))
                .isPresent();
    }

    private static Duration backoff(int doublings, boolean known) {
        Duration longest = known ? LONGEST_FROM_KNOWN : LONGEST;
        Duration backoff = doublings > 8 ? longest : Duration.ofSeconds(1L << doublings);
        return backoff.compareTo(longest) < 0 ? backoff : longest;
    }
}
