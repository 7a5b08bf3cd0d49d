package io.github.auraauth.usecase.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fingerprints of which something was seen lately. A new one always finds a place: where there are too many, the one whose
 * note is oldest makes room. Safe for use by many threads.
 */
final class RecentFingerprints {
    /** Of good keys, which are all that is ever noted; each takes about 300 bytes, so that all take less than 10 MiB. */
    static final int MOST = 32_768;

    private static final int SHARDS = 16;

    private final Duration kept;
    private final Duration renewedAfter;
    private final List<Shard> shards = new ArrayList<>();

    /**
     * @param kept how long one is remembered
     * @param renewedAfter how old a note must be for a new one to replace it
     */
    RecentFingerprints(Duration kept, Duration renewedAfter) {
        this.kept = kept;
        this.renewedAfter = renewedAfter;
        for (int i = 0; i < SHARDS; i++) {
            shards.add(new Shard());
        }
    }

    boolean contains(ApiKeyFingerprint fingerprint, Instant now) {
        Optional<Instant> at = shard(fingerprint).at(fingerprint);
        return at.isPresent() && now.isBefore(at.get().plus(kept));
    }

    /** Notes it, unless there is a note that is not old; says whether it did. Of many at once one does. */
    boolean note(ApiKeyFingerprint fingerprint, Instant now) {
        return shard(fingerprint).note(fingerprint, now, renewedAfter);
    }

    void forget(ApiKeyFingerprint fingerprint) {
        shard(fingerprint).forget(fingerprint);
    }

    private Shard shard(ApiKeyFingerprint fingerprint) {
        return shards.get(Math.floorMod(fingerprint.hashCode(), SHARDS));
    }

    /** A part of them, the one with the oldest note first, so that room is made without a search. */
    private static final class Shard {
        private static final int MOST_OF_A_SHARD = MOST / SHARDS;

        private final Map<ApiKeyFingerprint, Instant> seen = new LinkedHashMap<>();

        synchronized Optional<Instant> at(ApiKeyFingerprint fingerprint) {
            return Optional.ofNullable(seen.get(fingerprint));
        }

        synchronized boolean note(ApiKeyFingerprint fingerprint, Instant now, Duration renewedAfter) {
            Instant at = seen.get(fingerprint);
            if (at != null && now.isBefore(at.plus(renewedAfter))) {
                return false;
            }
            seen.remove(fingerprint); // to be put in again as the youngest
            if (seen.size() >= MOST_OF_A_SHARD) {
                Iterator<ApiKeyFingerprint> oldestFirst = seen.keySet().iterator();
                oldestFirst.next();
                oldestFirst.remove();
            }
            seen.put(fingerprint, now);
            return true;
        }

        synchronized void forget(ApiKeyFingerprint fingerprint) {
            seen.remove(fingerprint);
        }
    }
}
