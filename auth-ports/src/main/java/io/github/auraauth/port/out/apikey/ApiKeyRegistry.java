package io.github.auraauth.port.out.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.revocation.RevocationLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that were registered, by fingerprint: never a key itself. Each call is atomic for one key and safe for use by
 * many threads and processes. Every method but {@link #noteUse} throws {@link Outage} when the registry is away or the
 * deadline passes; a null argument is a {@code NullPointerException}.
 */
public interface ApiKeyRegistry {

    /** Adds a key, if neither its fingerprint nor its {@code jti} is there; durable when it returns. */
    RegisterOutcome register(RegisteredApiKey key, Deadline deadline);

    /** The key with that fingerprint, as last acknowledged. */
    Optional<RegisteredApiKey> find(ApiKeyFingerprint fingerprint, Deadline deadline);

    /** The key with that {@code jti}, as last acknowledged. */
    Optional<RegisteredApiKey> findById(String jti, Deadline deadline);

    /** All keys, the newest first; those of the same millisecond by fingerprint. */
    List<RegisteredApiKey> all(Deadline deadline);

    /**
     * Notes from when on a key is refused, unless an earlier moment is noted already. That the key is refused is the work
     * of {@link RevocationLog}; this only shows it.
     */
    MarkOutcome markRevoked(ApiKeyFingerprint fingerprint, Instant at, Deadline deadline);

    /** Notes a use, unless a later one is noted; returns at once and may drop the note. Nothing for an unknown key. */
    void noteUse(ApiKeyFingerprint fingerprint, Instant at);

    /** What came of a registration. */
    enum RegisterOutcome {
        REGISTERED,
        /** The fingerprint or the {@code jti} is there; nothing was changed. */
        ALREADY_REGISTERED
    }

    /** What came of a note. */
    enum MarkOutcome {
        /** The moment is noted, or an earlier one was. */
        MARKED,
        /** There is no such key. */
        ABSENT
    }
}
