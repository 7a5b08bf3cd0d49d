package io.github.auraauth.usecase.account;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers what was read for a moment: what it gives was true at most so long ago, and what was forgotten is read again,
 * also where somebody was reading it at that time. Holds so many values at most. Safe for use by many threads.
 */
public final class ShortLivedCache<K, V> {
    private final Duration validity;
    private final int most;
    private final InstantSource clock;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>();
    private long generation;

    /**
     * @param validity how old a value may be
     * @param most values that are held; the one that was read first makes room
     */
    public ShortLivedCache(Duration validity, int most, InstantSource clock) {
        this.validity = requireNonNull(validity, "validity");
        this.most = most;
        this.clock = requireNonNull(clock, "clock");
    }

    /** The value that is remembered, else the one that is read now. */
    public V get(K key, Function<? super K, ? extends V> read) {
        Optional<V> known = find(key);
        if (known.isPresent()) {
            return known.get();
        }
        Instant begun = clock.instant();
        long before = generation();
        V value = read.apply(key);
        put(key, value, begun, before);
        return value;
    }

    /** The value that is remembered, else the one that is read now, if there is one; that there is none is not remembered. */
    public Optional<V> find(K key, Function<? super K, Optional<V>> read) {
        Optional<V> known = find(key);
        if (known.isPresent()) {
            return known;
        }
        Instant begun = clock.instant();
        long before = generation();
        Optional<V> value = read.apply(key);
        value.ifPresent(found -> put(key, found, begun, before));
        return value;
    }

    /** The value that is remembered. */
    public Optional<V> find(K key) {
        Instant now = clock.instant();
        synchronized (entries) {
            return Optional.ofNullable(entries.get(key))
                    .filter(entry -> now.isBefore(entry.end()))
                    .map(Entry::value);
        }
    }

    /** Remembers a value that is true now. */
    public void put(K key, V value) {
        put(key, value, clock.instant(), generation());
    }

    /** Forgets one value. */
    public void forget(K key) {
        synchronized (entries) {
            generation++;
            entries.remove(key);
        }
    }

    /** Forgets all values. */
    public void clear() {
        synchronized (entries) {
            generation++;
            entries.clear();
        }
    }

    private long generation() {
        synchronized (entries) {
            return generation;
        }
    }

    private void put(K key, V value, Instant read, long before) {
        synchronized (entries) {
            if (before != generation) {
                return;
            }
            entries.remove(key); // to be put in again as the youngest
            if (entries.size() >= most) {
                Iterator<K> oldestFirst = entries.keySet().iterator();
                oldestFirst.next();
                oldestFirst.remove();
            }
            entries.put(key, new Entry<>(value, read.plus(validity)));
        }
    }

    private record Entry<V>(V value, Instant end) {}
}
