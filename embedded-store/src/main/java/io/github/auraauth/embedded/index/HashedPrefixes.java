package io.github.auraauth.embedded.index;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Positions by the hash of the first field of their keys, of the first two, and of all where that is asked for. */
final class HashedPrefixes {
    /** How many fields a lookup may name that does not name all of them. */
    private static final int LONGEST_PREFIX = 2;

    private final Map<Integer, HashedPositions> byLength = new TreeMap<>();
    private final KeyHasher hasher;

    /**
     * @param fields how many a key has
     * @param whole whether whole keys are looked up, however long they are
     */
    HashedPrefixes(int fields, boolean whole, KeyHasher hasher) {
        this.hasher = hasher;
        for (int length = 1; length <= Math.min(LONGEST_PREFIX, fields); length++) {
            byLength.put(length, new HashedPositions());
        }
        if (whole) {
            byLength.putIfAbsent(fields, new HashedPositions());
        }
    }

    /** Whether positions can be looked up by the first so many fields. */
    boolean has(int length) {
        return byLength.containsKey(length);
    }

    /** Gives the positions whose first fields may have these values. */
    void forEach(List<Object> values, IntConsumer consumer) {
        Objects.requireNonNull(byLength.get(values.size())).forEach(hasher.hash(values, values.size()), consumer);
    }

    /** Puts a position that is not there. */
    void put(int position, List<Object> key) {
        byLength.forEach((length, positions) -> positions.put(position, hasher.hash(key, length)));
    }

    /** Removes a position, or does nothing when it is not there. */
    void remove(int position) {
        byLength.values().forEach(positions -> positions.remove(position));
    }

    int size() {
        return Objects.requireNonNull(byLength.get(1)).size();
    }
}
