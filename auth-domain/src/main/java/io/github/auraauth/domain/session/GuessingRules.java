package io.github.auraauth.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long whoever guesses passwords or codes has to wait. The rightful owner is never locked out for good. */
public final class GuessingRules {
    /** Over how long failures of a source are counted together. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** How long a source from which somebody logged in stays known. */
    public static final Duration KNOWN = Duration.ofDays(90);

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_FROM_KNOWN = Duration.ofSeconds(5);

    private GuessingRules() {}

    /**
     * How long the next try has to wait: from the fifth failure of a source on twice as long with each; from any source
     * that is not known, where all together have failed too often.
     *
     * @param fromAll failures with what is guessed, counted over its window
     * @return empty when it may be tried now
     */
    public static Optional<Duration> pause(Guessed guessed, FailureCount fromHere, FailureCount fromAll, Instant now) {
        boolean known = fromHere.lastSuccess()
                .filter(success -> now.isBefore(success.plus(KNOWN)))
                .isPresent();
        Optional<Instant> free = isCurrent(fromHere, WINDOW, now) && fromHere.failures() >= FREE
                ? fromHere.lastFailure()
                        .map(last -> last.plus(
                                backoff(fromHere.failures() - FREE, known ? guessed.longestFromKnown : LONGEST)))
                : Optional.empty();
        if (free.isEmpty()
                && !known
                && isCurrent(fromAll, guessed.window, now)
                && fromAll.failures() >= guessed.freeEverywhere) {
            free = fromAll.lastFailure()
                    .map(last -> last.plus(backoff(fromAll.failures() - guessed.freeEverywhere, guessed.longest)));
        }
        return free.filter(now::isBefore).map(end -> Duration.between(now, end));
    }

    private static boolean isCurrent(FailureCount count, Duration window, Instant now) {
        return count.lastFailure()
                .filter(last -> now.isBefore(last.plus(window)))
                .isPresent();
    }

    private static Duration backoff(int doublings, Duration longest) {
        Duration backoff = doublings > 16 ? longest : Duration.ofSeconds(1L << doublings);
        return backoff.compareTo(longest) < 0 ? backoff : longest;
    }

    /** What may be guessed. */
    public enum Guessed {
        PASSWORD(100, WINDOW, LONGEST, LONGEST_FROM_KNOWN),
        /**
         * A code of a second factor: it is short, and whoever tries it knows the password. Fewer than 50 tries a day are left
         * to them, and some 300 where somebody else's codes were good from their address.
         */
        CODE(10, Duration.ofDays(1), Duration.ofHours(1), LONGEST);

        private final int freeEverywhere;
        private final Duration window;
        private final Duration longest;
        private final Duration longestFromKnown;

        Guessed(int freeEverywhere, Duration window, Duration longest, Duration longestFromKnown) {
            this.freeEverywhere = freeEverywhere;
            this.window = window;
            this.longest = longest;
            this.longestFromKnown = longestFromKnown;
        }

        /** Over how long failures from all sources are counted together. */
        public Duration window() {
            return window;
        }
    }
}
