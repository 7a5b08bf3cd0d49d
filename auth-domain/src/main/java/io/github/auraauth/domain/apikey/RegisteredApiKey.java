package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An entry of the registry of keys, which never holds the key itself.
 *
 * @param model what the key says
 * @param origin how it came into the registry
 * @param lastUsedAt about when it was last used, to a minute; empty when it never was
 * @param revokedAt from when on it is refused; may lie ahead
 */
public record RegisteredApiKey(
        ApiKeyFingerprint fingerprint,
        ApiKeyFormat format,
        ApiKeyModel model,
        Origin origin,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {
    public RegisteredApiKey {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(format, "format");
        requireNonNull(model, "model");
        requireNonNull(origin, "origin");
        lastUsedAt = lastUsedAt.map(RegisteredApiKey::toTheMillisecond);
        revokedAt = revokedAt.map(RegisteredApiKey::toTheMillisecond);
    }

    /** A key that was just registered: never used, not revoked. */
    public static RegisteredApiKey fresh(ApiKeyFingerprint fingerprint, ReadApiKey key, Origin origin) {
        return new RegisteredApiKey(fingerprint, key.format(), key.model(), origin, Optional.empty(), Optional.empty());
    }

    /** The name it was registered under, or else the one that it carries. */
    public Optional<String> name() {
        return origin.name.or(() -> model.stamp().name());
    }

    /**
     * How a key came into the registry.
     *
     * @param name for people, printable ASCII; beside the one in the key, which keys of version 1 lack
     * @param createdAt when it was registered, to the millisecond
     * @param createdBy who registered it, printable ASCII
     * @param successorOf the key that it was made to replace
     */
    public record Origin(
            Optional<String> name, Instant createdAt, String createdBy, Optional<ApiKeyFingerprint> successorOf) {
        public Origin {
            name.ifPresent(text -> ApiKeyTexts.requirePrintable(text, "name"));
            ApiKeyTexts.requirePrintable(requireNonNull(createdBy, "createdBy"), "createdBy");
            createdAt = toTheMillisecond(requireNonNull(createdAt, "createdAt"));
            requireNonNull(successorOf, "successorOf");
        }
    }

    private static Instant toTheMillisecond(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
