package io.github.auraauth.domain.crypto;

import io.github.auraauth.domain.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * HMAC-SHA-256 under a key derived from each of the environment's encryption keys: the first one writes, and names itself by
 * its id, by which what it wrote is verified as long as the list holds it. Safe for use by many threads.
 */
public final class RotatingKeyedDigest {
    private final Map<String, KeyedDigest> digests = new LinkedHashMap<>();
    private final String writingKeyId;

    private RotatingKeyedDigest(EncryptionKeys keys, String info) {
        for (Secret entry : keys.entries()) {
            String id = KeyId.of(Hkdf.derive(entry.reveal(), info, 32));
            digests.putIfAbsent(id, KeyedDigest.derivedFrom(entry, info));
        }
        this.writingKeyId = digests.keySet().iterator().next();
    }

    /** Digests whose keys are derived from those by HKDF with the given info. */
    public static RotatingKeyedDigest derivedFrom(EncryptionKeys keys, String info) {
        return new RotatingKeyedDigest(keys, info);
    }

    /** The id of the key that writes: 8 hex digits. */
    public String writingKeyId() {
        return writingKeyId;
    }

    /**
     * The digest of the text under the key of that id, as 64 lower-case hex digits.
     *
     * @return empty where the list holds no such key
     */
    public Optional<String> hex(String keyId, String text) {
        return Optional.ofNullable(digests.get(keyId)).map(digest -> digest.hex(text));
    }

    @Override
    public String toString() {
        return "RotatingKeyedDigest[" + writingKeyId + "]";
    }
}
