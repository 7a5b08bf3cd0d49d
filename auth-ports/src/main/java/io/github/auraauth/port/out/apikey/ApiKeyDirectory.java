package io.github.auraauth.port.out.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import java.time.Instant;
import java.util.List;

/**
 * The registered keys in their order, for those who look after them. Safe for use by many threads; every method throws
 * {@link Outage} when the registry is away or the deadline passes; a null argument is a {@code NullPointerException}.
 */
public interface ApiKeyDirectory {

    /**
     * So many keys, the newest first; those of the same millisecond by rising fingerprint.
     *
     * @param place where they stand
     * @param most 1 or more
     */
    List<RegisteredApiKey> page(Keyset<Position> place, int most, Deadline deadline);

    /**
     * So many keys that are not revoked and end within a time, the first to end first.
     *
     * @param until before which they end
     */
    List<RegisteredApiKey> ending(Instant from, Instant until, int most, Deadline deadline);

    /**
     * So many keys that are good at a time and were neither made nor used for long: those that never were used first, then
     * those that have lain longest.
     *
     * @param since when they were not made or used any more
     */
    List<RegisteredApiKey> unused(Instant since, Instant now, int most, Deadline deadline);

    /** Where a key stands. */
    record Position(Instant createdAt, ApiKeyFingerprint fingerprint) {
        public Position {
            requireNonNull(createdAt, "createdAt");
            requireNonNull(fingerprint, "fingerprint");
        }

        public static Position of(RegisteredApiKey key) {
            return new Position(key.origin().createdAt(), key.fingerprint());
        }
    }
}
