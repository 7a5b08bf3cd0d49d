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

    /** Notes it; says whether there was no note, or only an old one. With too many of them, none is added. */
    boolean note(ApiKeyFingerprint fingerprint) {
        Instant now = clock.instant();
        Instant at = seen.get(fingerprint);
        if (at != null && now.isBefore(at.plus(renewedAfter))) {
            return false;
        }
        if (at == null && seen.size() >= MOST) {
            seen.values().removeIf(then -> !now.isBefore(then.plus(kept)));
        }
        if (at != null || seen.size() < MOST) {
            seen.put(fingerprint, now);
        }
        return true;
    }

    void forget(ApiKeyFingerprint fingerprint) {
        seen.remove(fingerprint);
    }
}
