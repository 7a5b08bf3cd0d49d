package io.github.auraauth.embedded.index;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Positions by the hash of a key, some 20 bytes each: a hash table whose chains run through arrays that are indexed by
 * position, so that putting and removing take the same time however many positions have the same key. Not safe for use by
 * several threads at a time.
 */
final class HashedPositions {
    private static final int NONE = -1;
    private static final int ABSENT = -2;
    private static final int FIRST_SIZE = 16;

    private int[] first = filled(FIRST_SIZE, NONE);
    private int[] next = filled(FIRST_SIZE, ABSENT);
    private int[] previous = new int[FIRST_SIZE];
    private int[] hashes = new int[FIRST_SIZE];
    private int size;

    /** Puts a position that is not there. */
    void put(int position, int hash) {
        int capacity = next.length;
        if (position >= capacity) {
            capacity = Math.max(2 * capacity, position + 1);
            int known = next.length;
            next = Arrays.copyOf(next, capacity);
            Arrays.fill(next, known, capacity, ABSENT);
            previous = Arrays.copyOf(previous, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
        }
        if (size == first.length) {
            rehash(2 * first.length);
        }
        hashes[position] = hash;
        link(position);
        size++;
    }

    private void rehash(int buckets) {
        first = filled(buckets, NONE);
        for (int position = 0; position < next.length; position++) {
            if (next[position] != ABSENT) {
                link(position);
            }
        }
    }

    private void link(int position) {
        int bucket = bucket(hashes[position]);
        int follower = first[bucket];
        next[position] = follower;
        previous[position] = NONE;
        if (follower != NONE) {
            previous[follower] = position;
        }
        first[bucket] = position;
    }

    /** Removes a position, or does nothing when it is not there. */
    void remove(int position) {
        if (position >= next.length || next[position] == ABSENT) {
            return;
        }
        if (previous[position] == NONE) {
            first[bucket(hashes[position])] = next[position];
        } else {
            next[previous[position]] = next[position];
        }
        if (next[position] != NONE) {
            previous[next[position]] = previous[position];
        }
        next[position] = ABSENT;
        size--;
    }

    /** Gives the positions whose key has that hash; a few keys may share one. */
    void forEach(int hash, IntConsumer consumer) {
        for (int position = first[bucket(hash)]; position != NONE; position = next[position]) {
            if (hashes[position] == hash) {
                consumer.accept(position);
            }
        }
    }

    int size() {
        return size;
    }

    private int bucket(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & (first.length - 1);
    }

    private static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }
}
