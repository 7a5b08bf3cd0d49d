package io.github.auraauth.usecase;

import io.github.auraauth.adapter.memory.InMemoryApiKeyRegistry;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A registry in memory that can be away and slow. */
public final class WatchedRegistry implements ApiKeyRegistry {
    private final InMemoryApiKeyRegistry keys = new InMemoryApiKeyRegistry();
    private final Dependencies dependencies;

    public WatchedRegistry(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public RegisterOutcome register(RegisteredApiKey key, Deadline deadline) {
        dependencies.ask("register", deadline);
        return keys.register(key, deadline);
    }

    @Override
    public Optional<RegisteredApiKey> find(ApiKeyFingerprint fingerprint, Deadline deadline) {
        dependencies.ask("find", deadline);
        return keys.find(fingerprint, deadline);
    }

    @Override
    public Optional<RegisteredApiKey> findById(String jti, Deadline deadline) {
        dependencies.ask("findById", deadline);
        return keys.findById(jti, deadline);
    }

    @Override
    public List<RegisteredApiKey> all(Deadline deadline) {
        dependencies.ask("all", deadline);
        return keys.all(deadline);
    }

    @Override
    public MarkOutcome markRevoked(ApiKeyFingerprint fingerprint, Instant at, Deadline deadline) {
        dependencies.ask("markRevoked", deadline);
        return keys.markRevoked(fingerprint, at, deadline);
    }

    @Override
    public void noteUse(ApiKeyFingerprint fingerprint, Instant at) {
        dependencies.ask("noteUse");
        keys.noteUse(fingerprint, at);
    }
}
