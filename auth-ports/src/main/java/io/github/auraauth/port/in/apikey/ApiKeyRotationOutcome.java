package io.github.auraauth.port.in.apikey;

import io.github.auraauth.domain.apikey.IssuedApiKey;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** The result of replacing a key by a new one. */
public sealed interface ApiKeyRotationOutcome {
    /** Calls the one function that fits. */
    <T> T fold(Function<Rotated, T> rotated, Supplier<T> ended, Supplier<T> absent);

    /**
     * There is a new key.
     *
     * @param key shown once, never stored
     * @param oldEndsAt from when on the old one is refused
     * @param advisory whether the holder of the old one can evade that: see
     *     {@link ApiKeyRevocationOutcome#REVOKED_ADVISORY}
     */
    record Rotated(IssuedApiKey key, Instant oldEndsAt, boolean advisory) implements ApiKeyRotationOutcome {
        @Override
        public <T> T fold(Function<Rotated, T> rotated, Supplier<T> ended, Supplier<T> absent) {
            return rotated.apply(this);
        }
    }

    /**
     * The old key is revoked, has expired or is of another environment: its holder gets no new one by it. Or the new one
     * would be refused: it would have no paths left that are patterns, or be of version 1, which does not say when it was
     * made, for a consumer whose keys were revoked.
     */
    record Ended() implements ApiKeyRotationOutcome {
        @Override
        public <T> T fold(Function<Rotated, T> rotated, Supplier<T> ended, Supplier<T> absent) {
            return ended.get();
        }
    }

    /** There is no such key. */
    record Absent() implements ApiKeyRotationOutcome {
        @Override
        public <T> T fold(Function<Rotated, T> rotated, Supplier<T> ended, Supplier<T> absent) {
            return absent.get();
        }
    }
}
