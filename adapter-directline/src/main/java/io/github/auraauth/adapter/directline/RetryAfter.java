package io.github.auraauth.adapter.directline;

import io.github.auraauth.outgoing.UpstreamResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The pause that a response asks for in {@code Retry-After}: seconds, or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** The pause when the header is missing or invalid. */
    static final Duration DEFAULT = Duration.ofSeconds(1);

    private static final Duration MAX = Duration.ofHours(1);
    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /** The pause, from zero to an hour. */
    static Duration of(UpstreamResponse response, Instant now) {
        Duration asked = response.header("Retry-After")
                .map(String::strip)
                .flatMap(text -> isNumber(text) ? seconds(text) : until(text, now))
                .orElse(DEFAULT);
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MAX) < 0 ? asked : MAX;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Duration> seconds(String digits) {
        return Optional.of(digits.length() > MAX_DIGITS ? MAX : Duration.ofSeconds(Long.parseLong(digits)));
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            return Optional.of(Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
