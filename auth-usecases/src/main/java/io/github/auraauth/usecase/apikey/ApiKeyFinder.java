package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the APIKey that an operator has selected. */
final class ApiKeyFinder {
    private final ApiKeys apiKeys;
    private final ApiKeyRegistry registry;

    ApiKeyFinder(ApiKeys apiKeys, ApiKeyRegistry registry) {
        this.apiKeys = requireNonNull(apiKeys, "apiKeys");
        this.registry = requireNonNull(registry, "registry");
    }

    Optional<KnownKey> find(ApiKeySelector selector, Deadline deadline) {
        return selector.fold(
                text -> findText(text, deadline),
                fingerprint -> registry.find(fingerprint, deadline).map(KnownKey::of),
                id -> registry.findById(id, deadline).map(KnownKey::of));
    }

    Optional<KnownKey> findText(Secret text, Deadline deadline) {
        ApiKeyFingerprint fingerprint = fingerprint(text);
        return read(text).map(key -> new KnownKey(fingerprint, key, registry.find(fingerprint, deadline)));
    }

    /** What the text says, whatever its time, environment or standing. */
    Optional<ReadApiKey> read(Secret text) {
        return apiKeys.read(ascii(text));
    }

    boolean isForeign(KnownKey known) {
        return apiKeys.isForeign(known.key().model());
    }

    ApiKeyFingerprint fingerprint(Secret text) {
        return apiKeys.presentText(ascii(text)).fingerprint();
    }

    private static String ascii(Secret text) {
        return new String(text.reveal(), StandardCharsets.US_ASCII);
    }

    /**
     * A key that was read or registered.
     *
     * @param entry what the registry has of it
     */
    record KnownKey(ApiKeyFingerprint fingerprint, ReadApiKey key, Optional<RegisteredApiKey> entry) {
        static KnownKey of(RegisteredApiKey entry) {
            return new KnownKey(entry.fingerprint(), new ReadApiKey(entry.format(), entry.model()), Optional.of(entry));
        }
    }
}
