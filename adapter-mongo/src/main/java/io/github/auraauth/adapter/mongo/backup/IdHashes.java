package io.github.auraauth.adapter.mongo.backup;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The ids that one collection had when it was read, and which of them were seen again: eight bytes for each. */
final class IdHashes {
    private long[] hashes = new long[1_024];
    private int size;
    private BitSet seen = new BitSet();

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    /** Ends the additions. */
    void sort() {
        hashes = Arrays.copyOf(hashes, size);
        Arrays.sort(hashes);
        seen = new BitSet(size);
    }

    void see(long hash) {
        int index = Arrays.binarySearch(hashes, hash);
        if (index >= 0) {
            seen.set(index);
        }
    }

    /** Those that were not seen again. */
    List<Long> unseen() {
        return java.util.stream.IntStream.range(0, size)
                .filter(index -> !seen.get(index))
                .mapToObj(index -> hashes[index])
                .toList();
    }
}
