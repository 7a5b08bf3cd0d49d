package io.github.auraauth.adapter.memory;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.apikey.ApiKeyDirectory;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registry of keys in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryApiKeyRegistry implements ApiKeyRegistry, ApiKeyDirectory {
    private static final Comparator<Position> NEWEST_FIRST = comparing(Position::createdAt)
            .reversed()
            .thenComparing(position -> position.fingerprint().hex());

    private final Map<ApiKeyFingerprint, RegisteredApiKey> keys = new HashMap<>();

    @Override
    public RegisterOutcome register(RegisteredApiKey key, Deadline deadline) {
        requireNonNull(key, "key");
        Deadlines.check(deadline);
        synchronized (keys) {
            if (keys.containsKey(key.fingerprint()) || withIdOf(key).isPresent()) {
                return RegisterOutcome.ALREADY_REGISTERED;
            }
            keys.put(key.fingerprint(), key);
            return RegisterOutcome.REGISTERED;
        }
    }

    @Override
    public Optional<RegisteredApiKey> find(ApiKeyFingerprint fingerprint, Deadline deadline) {
        requireNonNull(fingerprint, "fingerprint");
        Deadlines.check(deadline);
        synchronized (keys) {
            return Optional.ofNullable(keys.get(fingerprint));
        }
    }

    @Override
    public Optional<RegisteredApiKey> findById(String jti, Deadline deadline) {
        requireNonNull(jti, "jti");
        Deadlines.check(deadline);
        synchronized (keys) {
            return withId(jti);
        }
    }

    @Override
    public List<RegisteredApiKey> all(Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (keys) {
            return keys.values().stream()
                    .sorted(comparing(Position::of, NEWEST_FIRST))
                    .toList();
        }
    }

    @Override
    public List<RegisteredApiKey> page(Keyset<Position> place, int most, Deadline deadline) {
        requireNonNull(place, "place");
        return KeysetPages.page(all(deadline), Position::of, NEWEST_FIRST, place, most);
    }

    @Override
    public List<RegisteredApiKey> ending(Instant from, Instant until, int most, Deadline deadline) {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        return all(deadline).stream()
                .filter(key -> key.revokedAt().isEmpty())
                .filter(key -> end(key).filter(end -> !end.isBefore(from) && end.isBefore(until))
                        .isPresent())
                .sorted(comparing(key -> end(key).orElseThrow()))
                .limit(most)
                .toList();
    }

    @Override
    public List<RegisteredApiKey> unused(Instant since, Instant now, int most, Deadline deadline) {
        requireNonNull(since, "since");
        requireNonNull(now, "now");
        return all(deadline).stream()
                .filter(key -> key.revokedAt().isEmpty()
                        && end(key).filter(end -> !end.isAfter(now)).isEmpty())
                .filter(key -> key.lastUsedAt()
                        .orElseGet(() -> key.origin().createdAt())
                        .isBefore(since))
                .sorted(comparing((RegisteredApiKey key) -> key.lastUsedAt().orElse(Instant.MIN))
                        .thenComparing(key -> key.origin().createdAt()))
                .limit(most)
                .toList();
    }

    private static Optional<Instant> end(RegisteredApiKey key) {
        return key.model().stamp().expiresAt();
    }

    @Override
    public MarkOutcome markRevoked(ApiKeyFingerprint fingerprint, Instant at, Deadline deadline) {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(at, "at");
        Deadlines.check(deadline);
        synchronized (keys) {
            RegisteredApiKey marked = keys.computeIfPresent(
                    fingerprint,
                    (name, key) ->
                            key.revokedAt().filter(noted -> !at.isBefore(noted)).isPresent()
                                    ? key
                                    : changed(key, key.lastUsedAt(), Optional.of(at)));
            return marked == null ? MarkOutcome.ABSENT : MarkOutcome.MARKED;
        }
    }

    @Override
    public void noteUse(ApiKeyFingerprint fingerprint, Instant at) {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(at, "at");
        synchronized (keys) {
            keys.computeIfPresent(
                    fingerprint,
                    (name, key) ->
                            key.lastUsedAt().filter(noted -> !at.isAfter(noted)).isPresent()
                                    ? key
                                    : changed(key, Optional.of(at), key.revokedAt()));
        }
    }

    private Optional<RegisteredApiKey> withIdOf(RegisteredApiKey key) {
        return key.model().stamp().id().flatMap(this::withId);
    }

    private Optional<RegisteredApiKey> withId(String jti) {
        return keys.values().stream()
                .filter(key -> key.model().stamp().id().filter(jti::equals).isPresent())
                .findAny();
    }

    private static RegisteredApiKey changed(
            RegisteredApiKey key, Optional<Instant> lastUsedAt, Optional<Instant> revokedAt) {
        return new RegisteredApiKey(key.fingerprint(), key.format(), key.model(), key.origin(), lastUsedAt, revokedAt);
    }
}
