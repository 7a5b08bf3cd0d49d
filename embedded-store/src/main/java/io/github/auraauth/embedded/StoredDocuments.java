package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The documents of a collection in memory, each as BSON at a position that it has until it is removed; the position may
 * then be another one's. One thread at a time may change them. Any thread may read at the same time, and sees each
 * document whole, as it was before or after a change.
 */
final class StoredDocuments {
    private static final int FIRST_SIZE = 16;

    private static final int ENTRY_OVERHEAD = 64;

    private final Deque<Integer> free = new ArrayDeque<>();
    private volatile AtomicReferenceArray<byte[]> slots = new AtomicReferenceArray<>(FIRST_SIZE);
    private volatile int end;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong size = new AtomicLong();

    /** The position that the next one added will have. */
    int nextPosition() {
        Integer unused = free.peek();
        return unused == null ? end : unused;
    }

    /** Returns the position. */
    int add(byte[] document) {
        int position = nextPosition();
        if (free.poll() == null) {
            if (position == slots.length()) {
                grow();
            }
            slots.set(position, document);
            end = position + 1;
        } else {
            slots.set(position, document);
        }
        count(1, document.length);
        return position;
    }

    private void grow() {
        AtomicReferenceArray<byte[]> larger = new AtomicReferenceArray<>(2 * slots.length());
        for (int position = 0; position < end; position++) {
            larger.setPlain(position, slots.get(position));
        }
        slots = larger;
    }

    void replace(int position, byte[] document) {
        count(0, document.length - slots.get(position).length);
        slots.set(position, document);
    }

    void remove(int position) {
        count(-1, -slots.get(position).length);
        slots.set(position, null);
        free.add(position);
    }

    private void count(int documents, int bytes) {
        count.addAndGet(documents);
        size.addAndGet(bytes);
    }

    /** The BSON at that position; empty when there is none, or none any more. */
    Optional<byte[]> bytesAt(int position) {
        return Optional.ofNullable(slots.get(position));
    }

    /** A copy of the document at that position; empty when there is none, or none any more. */
    Optional<Document> at(int position) {
        return bytesAt(position).map(BsonBytes::decode);
    }

    /** Every position that may hold a document, in rising order. */
    IntStream positions() {
        return IntStream.range(0, end);
    }

    /** The end of the positions that may hold a document. */
    int end() {
        return end;
    }

    /** How many there are. */
    int count() {
        return count.get();
    }

    /** About how many bytes they take in the journal. */
    long sizeInJournal() {
        return size() + (long) count() * ENTRY_OVERHEAD;
    }

    /** How many bytes they have. */
    long size() {
        return size.get();
    }
}
