package io.github.auraauth.usecase.apikey;

import io.github.auraauth.domain.apikey.ApiKeyDigest;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ReadApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was read in keys that were good within the last ten minutes, so that they need not be deciphered again; by a digest
 * of their whole text, and never the text. Whether one is still good has to be looked at anew. Safe for use by many threads.
 */
final class VerifiedApiKeys {
    /** Each takes about a kilobyte; where there are more, any of them makes room. */
    static final int MOST = 8_192;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Map<ApiKeyDigest, Remembered> keys = new ConcurrentHashMap<>();

    Optional<Verified> find(ApiKeyDigest digest, Instant now) {
        return Optional.ofNullable(keys.get(digest))
                .filter(known -> now.isBefore(known.end))
                .map(Remembered::key);
    }

    void note(ApiKeyDigest digest, Verified key, Instant now) {
        if (keys.size() >= MOST) {
            Iterator<Remembered> any = keys.values().iterator();
            any.next();
            any.remove();
        }
        keys.put(digest, new Remembered(key, now.plus(REMEMBERED)));
    }

    int size() {
        return keys.size();
    }

    /**
     * What was read in a key.
     *
     * @param fingerprint of the key, by which others know it; to make it takes longer than all else that is done again
     */
    record Verified(ReadApiKey read, ApiKeyFingerprint fingerprint) {}

    private record Remembered(Verified key, Instant end) {}
}
