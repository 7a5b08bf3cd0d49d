package io.github.auraauth.usecase.invalidation;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Entries of the invalidation log by the user that they are about, in arrays: some 28 bytes each. One thread at a time
 * may write, any may read meanwhile; nothing is taken out of a table, but a smaller one made.
 */
final class EntryTable {
    private static final int SMALLEST = 64;

    private final long[] fingerprints;
    private final String[] writers;

    /** Of the entry in each place, 0 where there is none, negative while its change is pending; written last and read first. */
    private final AtomicLongArray numbers;

    private int size;

    private EntryTable(int capacity) {
        fingerprints = new long[capacity];
        writers = new String[capacity];
        numbers = new AtomicLongArray(capacity);
    }

    static EntryTable empty() {
        return new EntryTable(SMALLEST);
    }

    int size() {
        return size;
    }

    /** Whether there is no room for one more: a fifth stays free, so that a look-up ends soon. */
    boolean isFull() {
        return size >= capacity() / 5 * 4;
    }

    /** Those entries, in a table with room for a quarter more. */
    EntryTable with(Condition kept) {
        int remaining = 0;
        for (int place = 0; place < capacity(); place++) {
            remaining += isKept(place, kept) ? 1 : 0;
        }
        EntryTable other = new EntryTable(Math.addExact(SMALLEST, remaining / 16 * 25));
        for (int place = 0; place < capacity(); place++) {
            if (isKept(place, kept)) {
                other.add(fingerprints[place], writers[place], numbers.getPlain(place));
            }
        }
        return other;
    }

    private boolean isKept(int place, Condition kept) {
        long number = numbers.getPlain(place);
        return number != 0 && kept.holds(writers[place], number);
    }

    /**
     * Puts a writer's newest entry in, in the place of one about the same user whose change is finished where there is
     * one: who knows of the newer knows of the older.
     *
     * @param number negative while the change is pending
     */
    void put(long fingerprint, String writer, long number) {
        for (int place = home(fingerprint); numbers.getPlain(place) != 0; place = following(place)) {
            if (numbers.getPlain(place) > 0 && isOf(place, fingerprint, writer)) {
                numbers.setRelease(place, number);
                return;
            }
        }
        add(fingerprint, writer, number);
    }

    private void add(long fingerprint, String writer, long number) {
        int place = home(fingerprint);
        while (numbers.getPlain(place) != 0) {
            place = following(place);
        }
        fingerprints[place] = fingerprint;
        writers[place] = writer;
        numbers.setRelease(place, number);
        size++;
    }

    /** The change of a pending entry is finished; nothing where there is no such entry. */
    void finish(long fingerprint, String writer, long number) {
        for (int place = home(fingerprint); numbers.getPlain(place) != 0; place = following(place)) {
            if (numbers.getPlain(place) == -number && isOf(place, fingerprint, writer)) {
                numbers.setRelease(place, number);
            }
        }
    }

    /** Whether that holds for each entry about that user. */
    boolean all(long fingerprint, Condition condition) {
        for (int place = home(fingerprint); ; place = following(place)) {
            long number = numbers.getAcquire(place);
            if (number == 0) {
                return true;
            }
            if (fingerprints[place] == fingerprint && !condition.holds(writers[place], number)) {
                return false;
            }
        }
    }

    private boolean isOf(int place, long fingerprint, String writer) {
        return fingerprints[place] == fingerprint && writers[place].equals(writer);
    }

    private int capacity() {
        return fingerprints.length;
    }

    /** Fingerprints are bits of an HMAC, as good as random. */
    private int home(long fingerprint) {
        return (int) ((fingerprint >>> Integer.SIZE) * capacity() >>> Integer.SIZE);
    }

    private int following(int place) {
        return place + 1 == capacity() ? 0 : place + 1;
    }

    /** Something about an entry. */
    @FunctionalInterface
    interface Condition {
        /** @param number negative while its change is pending */
        boolean holds(String writer, long number);
    }
}
