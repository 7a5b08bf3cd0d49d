package io.github.auraauth.port.in.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import java.time.Duration;
import java.util.Optional;

/**
 * How to replace a key by a new one.
 *
 * @param grace how long both keys are good; zero for not at all
 * @param lifetime of the new key; when empty as long as the old one's was, without an end where that had none
 * @param format of the new key
 * @param by who asks, printable ASCII
 */
public record ApiKeyRotation(Duration grace, Optional<Duration> lifetime, ApiKeyFormat format, String by) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public ApiKeyRotation {
        requireNonNull(lifetime, "lifetime");
        requireNonNull(format, "format");
        requireNonNull(by, "by");
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must not be negative");
        }
        if (lifetime.filter(time -> time.compareTo(SHORTEST) < 0).isPresent()) {
            throw new IllegalArgumentException("lifetime must be a second or more");
        }
    }
}
