package io.github.auraauth.embedded.index;

import java.util.function.IntConsumer;

/**
 * Positions by the hash of a key, some 20 bytes each: a hash table whose chains run through numbers that are indexed by
 * position, so that putting and removing take the same time however many positions have the same key. It grows by one bucket
 * at a time, into which it splits another one (Litwin's linear hashing): no put waits for all others to be moved. Not safe
 * for use by several threads at a time.
 */
final class HashedPositions {
    private static final int NONE = -1;
    private static final int ABSENT = -2;

    private final IntPages first = new IntPages(NONE);
    private final IntPages next = new IntPages(ABSENT);
    private final IntPages previous = new IntPages(NONE);
    private final IntPages hashes = new IntPages(0);
    private int buckets = 1;
    private int size;

    HashedPositions() {
        first.ensure(buckets);
    }

    /** Puts a position that is not there. */
    void put(int position, int hash) {
        next.ensure(position + 1);
        previous.ensure(position + 1);
        hashes.ensure(position + 1);
        if (size == buckets) {
            split();
        }
        hashes.set(position, hash);
        link(position);
        size++;
    }

    /** Adds a bucket, and divides those in the bucket that it shares all but the highest bit with. */
    private void split() {
        int divided = buckets - Integer.highestOneBit(buckets);
        int position = first.get(divided);
        first.set(divided, NONE);
        buckets++;
        first.ensure(buckets);
        while (position != NONE) {
            int follower = next.get(position);
            link(position);
            position = follower;
        }
    }

    private void link(int position) {
        int bucket = bucket(hashes.get(position));
        int follower = first.get(bucket);
        next.set(position, follower);
        previous.set(position, NONE);
        if (follower != NONE) {
            previous.set(follower, position);
        }
        first.set(bucket, position);
    }

    /** Removes a position, or does nothing when it is not there. */
    void remove(int position) {
        if (position >= next.length() || next.get(position) == ABSENT) {
            return;
        }
        int before = previous.get(position);
        int behind = next.get(position);
        if (before == NONE) {
            first.set(bucket(hashes.get(position)), behind);
        } else {
            next.set(before, behind);
        }
        if (behind != NONE) {
            previous.set(behind, before);
        }
        next.set(position, ABSENT);
        size--;
    }

    /** Gives the positions whose key has that hash; a few keys may share one. */
    void forEach(int hash, IntConsumer consumer) {
        for (int position = first.get(bucket(hash)); position != NONE; position = next.get(position)) {
            if (hashes.get(position) == hash) {
                consumer.accept(position);
            }
        }
    }

    int size() {
        return size;
    }

    private int bucket(int hash) {
        int scrambled = hash * 0x9E3779B9;
        int mixed = scrambled ^ scrambled >>> 16;
        int half = Integer.highestOneBit(buckets);
        int bucket = mixed & 2 * half - 1;
        return bucket < buckets ? bucket : bucket - half;
    }
}
