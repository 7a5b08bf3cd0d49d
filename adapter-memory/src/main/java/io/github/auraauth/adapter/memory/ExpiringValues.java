package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.auraauth.port.Deadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Values that end, in the memory of one process. Each call is atomic, and {@link #put} removes those that have ended; until
 * then they are found.
 */
public final class ExpiringValues<K, V> {
    private final Map<K, V> values = new ConcurrentHashMap<>();
    private final String keyName;
    private final String valueName;
    private final BiPredicate<V, Instant> isGoodAt;
    private final InstantSource clock;

    /**
     * Without values.
     *
     * @param keyName what an exception calls a key that is null
     * @param valueName what an exception calls a value that is null
     * @param clock by which values end
     */
    public ExpiringValues(String keyName, String valueName, BiPredicate<V, Instant> isGoodAt, InstantSource clock) {
        this.keyName = keyName;
        this.valueName = valueName;
        this.isGoodAt = isGoodAt;
        this.clock = requireNonNull(clock, "clock");
    }

    /** Puts a value in the place of one that the key has. */
    public void put(K key, V value, Deadline deadline) {
        requireNonNull(key, keyName);
        requireNonNull(value, valueName);
        Deadlines.check(deadline);
        Instant now = clock.instant();
        values.values().removeIf(old -> !isGoodAt.test(old, now));
        values.put(key, value);
    }

    /** The value of the key; empty for none. */
    public Optional<V> find(K key, Deadline deadline) {
        requireNonNull(key, keyName);
        Deadlines.check(deadline);
        return Optional.ofNullable(values.get(key));
    }

    /** Removes the value of the key and returns it; empty for none. */
    public Optional<V> take(K key, Deadline deadline) {
        requireNonNull(key, keyName);
        Deadlines.check(deadline);
        return Optional.ofNullable(values.remove(key));
    }

    /** Whether the key has a value as expected, which is changed now. */
    public boolean change(K key, Predicate<V> expected, UnaryOperator<V> change, Deadline deadline) {
        requireNonNull(key, keyName);
        Deadlines.check(deadline);
        AtomicBoolean changed = new AtomicBoolean();
        values.computeIfPresent(key, (same, value) -> {
            changed.set(expected.test(value));
            return changed.get() ? change.apply(value) : value;
        });
        return changed.get();
    }

    /** The values that the condition takes, by their keys. */
    public Map<K, V> matching(Predicate<V> condition, Deadline deadline) {
        Deadlines.check(deadline);
        return values.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Removes all values that the condition takes. */
    public void removeIf(Predicate<V> condition, Deadline deadline) {
        Deadlines.check(deadline);
        values.values().removeIf(condition);
    }
}
