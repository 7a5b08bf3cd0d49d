package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The provider's keys as they stand: of each algorithm the next, the current and the previous ones. A key is published
 * before it signs, and until the last token that it has signed is over.
 *
 * @param keys in any order
 */
public record SigningKeyRing(List<StoredSigningKey> keys) {
    /** How long a key is published after the next one has begun to sign: longer than any token of it is good. */
    public static final Duration WITHDRAWN_AFTER = IdTokens.LIFETIME.plusMinutes(5);

    /** How long a key that is not published any more still proves that a hint came from us. */
    public static final Duration REMOVED_AFTER = Duration.ofDays(30);

    /** Two that begin at once, as two instances may make them, are in the same order for all. */
    private static final Comparator<StoredSigningKey> NEWEST_FIRST = Comparator.comparing(StoredSigningKey::signsFrom)
            .reversed()
            .thenComparing(stored -> stored.key().publicKey().id());

    public SigningKeyRing {
        keys = List.copyOf(requireNonNull(keys, "keys")).stream()
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Whether there is a key of that algorithm, be it one that only signs later. */
    public boolean has(SignatureAlgorithm algorithm) {
        return keys.stream().anyMatch(key -> key.algorithm() == algorithm);
    }

    /** The key that signs now; absent where there is none. */
    public Optional<PrivateSigningKey> current(SignatureAlgorithm algorithm, Instant now) {
        return currentOf(algorithm, now).map(StoredSigningKey::key);
    }

    /** The keys that verifiers must know now, those that sign first. */
    public List<JsonWebKey> published(Instant now) {
        return keys.stream()
                .filter(key -> !isOver(key, now, WITHDRAWN_AFTER))
                .sorted(Comparator.comparing((StoredSigningKey key) -> !isCurrent(key, now)))
                .map(key -> key.key().publicKey())
                .toList();
    }

    /** Those by which what we have signed can be known, published or not. */
    public List<JsonWebKey> known() {
        return keys.stream().map(key -> key.key().publicKey()).toList();
    }

    /** Those that are good for nothing any more. */
    public List<StoredSigningKey> removable(Instant now) {
        return keys.stream().filter(key -> isOver(key, now, REMOVED_AFTER)).toList();
    }

    /**
     * From when on a new key is to sign: at once where there is no key at all, so that nobody has a key set, else when whoever
     * has fetched it before has fetched it again.
     *
     * @param lead longest time until a published key is seen by all
     */
    public Instant signsFrom(Duration lead, Instant now) {
        return keys.isEmpty() ? now : now.plus(lead);
    }

    private Optional<StoredSigningKey> currentOf(SignatureAlgorithm algorithm, Instant now) {
        return keys.stream()
                .filter(key -> key.algorithm() == algorithm && !now.isBefore(key.signsFrom()))
                .findFirst();
    }

    private boolean isCurrent(StoredSigningKey key, Instant now) {
        return currentOf(key.algorithm(), now).filter(key::equals).isPresent();
    }

    /** Whether another has signed in its place for longer than that. */
    private boolean isOver(StoredSigningKey key, Instant now, Duration since) {
        return keys.stream()
                .filter(other -> other.algorithm() == key.algorithm())
                .anyMatch(other -> other.signsFrom().isAfter(key.signsFrom())
                        && !now.isBefore(other.signsFrom().plus(since)));
    }
}
