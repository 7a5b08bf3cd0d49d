package io.github.auraauth.usecase.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fingerprints of which something was seen lately. Safe for use by many threads. */
final class RecentFingerprints {
    private static final int MOST = 100_000;

    private final Duration kept;
    private final Duration renewedAfter;
    private final InstantSource clock;
    private final Map<ApiKeyFingerprint, Instant> seen = new ConcurrentHashMap<>();

    /**
     * @param kept how long one is remembered
     * @param renewedAfter how old a note must be for a new one to replace it
     */
    RecentFingerprints(Duration kept, Duration renewedAfter, InstantSource clock) {
        this.kept = kept;
        this.renewedAfter = renewedAfter;
        this.clock = clock;
    }

    boolean contains(ApiKeyFingerprint fingerprint) {
        Instant at = seen.get(fingerprint);
        return at != null && clock.instant().isBefore(at.plus(kept));
    }

    /** Notes it, unless there is a note that is not old, or too many; says whether it did. Of many at once one does. */
    boolean note(ApiKeyFingerprint fingerprint) {
        Instant now = clock.instant();
        Instant at = seen.get(fingerprint);
        if (at != null) {
            return !now.isBefore(at.plus(renewedAfter)) && seen.replace(fingerprint, at, now);
        }
        if (seen.size() >= MOST) {
            seen.values().removeIf(then -> !now.isBefore(then.plus(kept)));
        }
        return seen.size() < MOST && seen.putIfAbsent(fingerprint, now) == null;
    }

    void forget(ApiKeyFingerprint fingerprint) {
        seen.remove(fingerprint);
    }
}
