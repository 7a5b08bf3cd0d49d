package io.github.auraauth.adapter.memory.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The provider's keys in the memory of one process, gone with it. */
public final class InMemorySigningKeyStore implements SigningKeyStore {
    private final Map<String, StoredSigningKey> keys = new ConcurrentHashMap<>();

    @Override
    public boolean insert(StoredSigningKey key, Deadline deadline) {
        String id = requireNonNull(key, "key").key().publicKey().id();
        Deadlines.check(deadline);
        return keys.putIfAbsent(id, key) == null;
    }

    @Override
    public List<StoredSigningKey> all(Deadline deadline) {
        Deadlines.check(deadline);
        return List.copyOf(keys.values());
    }

    @Override
    public boolean delete(String keyId, Deadline deadline) {
        requireNonNull(keyId, "keyId");
        Deadlines.check(deadline);
        return keys.remove(keyId) != null;
    }
}
