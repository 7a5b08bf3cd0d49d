package io.github.auraauth.port.in.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts a new key in the place of one that then ends. */
public interface RotateApiKey {

    /**
     * Makes and registers a key with the same grants and name; then has the old one end.
     *
     * @throws io.github.auraauth.port.Outage when a store is away; the old key may then be as good as it was
     */
    Outcome rotate(ApiKeySelector old, Rotation rotation, Deadline deadline);

    /**
     * How to rotate.
     *
     * @param grace how long both keys are good; zero for not at all
     * @param lifetime of the new key; when empty as long as the old one's was, without an end where that had none
     * @param format of the new key
     * @param by who asks, printable ASCII
     */
    record Rotation(Duration grace, Optional<Duration> lifetime, ApiKeyFormat format, String by) {
        private static final Duration SHORTEST = Duration.ofSeconds(1);

        public Rotation {
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

    /** What came of it. */
    sealed interface Outcome {
        /** Calls the one function that fits. */
        <T> T fold(Function<Rotated, T> rotated, Supplier<T> ended, Supplier<T> absent);
    }

    /**
     * There is a new key.
     *
     * @param key shown once, never stored
     * @param oldEndsAt from when on the old one is refused
     * @param advisory whether the holder of the old one can evade that: see {@link RevokeApiKey.Revoked}
     */
    record Rotated(IssuedApiKey key, Instant oldEndsAt, boolean advisory) implements Outcome {
        @Override
        public <T> T fold(Function<Rotated, T> rotated, Supplier<T> ended, Supplier<T> absent) {
            return rotated.apply(this);
        }
    }

    /**
     * The old key is revoked, has expired or is of another environment: who holds it gets no new one by it. Or the new one
     * would be refused: it would have no paths left that are patterns, or be of version 1, which does not say when it was
     * made, for a consumer whose keys were revoked.
     */
    record Ended() implements Outcome {
        @Override
        public <T> T fold(Function<Rotated, T> rotated, Supplier<T> ended, Supplier<T> absent) {
            return ended.get();
        }
    }

    /** There is no such key. */
    record Absent() implements Outcome {
        @Override
        public <T> T fold(Function<Rotated, T> rotated, Supplier<T> ended, Supplier<T> absent) {
            return absent.get();
        }
    }
}
