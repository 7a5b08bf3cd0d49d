package io.github.auraauth.domain.invalidation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Consecutive entries of one writer of the invalidation log. An entry is the fingerprint of an auraId.
 *
 * @param writer random id of a process
 * @param index its place among the writer's segments, from 0 on
 * @param fingerprints {@link #SIZE} at most, in the order of their numbers
 */
public record Segment(String writer, long index, List<Long> fingerprints) {
    /** How many entries a full segment has. */
    public static final int SIZE = 256;

    public Segment {
        fingerprints = List.copyOf(fingerprints);
        if (requireNonNull(writer, "writer").isEmpty()) {
            throw new IllegalArgumentException("writer must not be empty");
        }
        if (index < 0) {
            throw new IllegalArgumentException("index must not be negative");
        }
        if (fingerprints.size() > SIZE) {
            throw new IllegalArgumentException("a segment has at most " + SIZE + " fingerprints");
        }
    }

    /** The index of the segment with the entry of that number. */
    public static long indexOf(long number) {
        return (number - 1) / SIZE;
    }

    /** The number of the first entry, whether it is there yet or not. */
    public long first() {
        return index * SIZE + 1;
    }

    /** The number of the last entry, that of the segment before where there is none yet. */
    public long last() {
        return index * SIZE + fingerprints.size();
    }

    /** The fingerprint of the entry with that number, from {@link #first} to {@link #last}. */
    public long fingerprint(long number) {
        return fingerprints.get(Math.toIntExact(number - first()));
    }
}
