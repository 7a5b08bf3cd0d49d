package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry.RegisterOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes keys and registers them before anybody sees them. */
final class ApiKeyIssuer {
    private final ApiKeys apiKeys;
    private final ApiKeyRegistry registry;
    private final InstantSource clock;

    ApiKeyIssuer(ApiKeys apiKeys, ApiKeyRegistry registry, InstantSource clock) {
        this.apiKeys = requireNonNull(apiKeys, "apiKeys");
        this.registry = requireNonNull(registry, "registry");
        this.clock = requireNonNull(clock, "clock");
    }

    IssuedApiKey issue(Order order, Deadline deadline) {
        Instant now = clock.instant();
        IssuedApiKey issued = make(apiKeys, order.request, order.format, now);
        var origin = new RegisteredApiKey.Origin(order.request.name(), now, order.by, order.successorOf);
        RegisteredApiKey entry =
                RegisteredApiKey.fresh(fingerprint(issued), new ReadApiKey(issued.format(), issued.model()), origin);
        if (registry.register(entry, deadline) == RegisterOutcome.ALREADY_REGISTERED) {
            throw new IllegalStateException("a random key came out twice");
        }
        return issued;
    }

    /** A key that is not registered yet. */
    static IssuedApiKey make(ApiKeys apiKeys, ApiKeyRequest request, ApiKeyFormat format, Instant now) {
        return switch (format) {
            case V1 -> apiKeys.issueLegacy(request);
            case V2 -> apiKeys.issue(request, now);
        };
    }

    private ApiKeyFingerprint fingerprint(IssuedApiKey issued) {
        return apiKeys.presentText(issued.text().revealText()).fingerprint();
    }

    /** A key to be made, maybe in the place of another. */
    record Order(ApiKeyRequest request, ApiKeyFormat format, String by, Optional<ApiKeyFingerprint> successorOf) {}
}
