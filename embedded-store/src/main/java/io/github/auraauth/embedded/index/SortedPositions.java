package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The positions of all documents in the order of a sort. Safe for use by several threads at a time. */
final class SortedPositions {
    private static final int FIRST_SIZE = 16;

    private final List<String> fields;
    private final boolean[] falling;
    private final IntFunction<Optional<Document>> documents;
    private int[] positions;
    private int count;
    private boolean arrays;

    /**
     * @param sort fields with their directions, the first of which rises
     * @param documents gives the document at a position, where there is one
     * @param all positions that there are
     */
    SortedPositions(Document sort, IntFunction<Optional<Document>> documents, IntStream all) {
        this.fields = List.copyOf(sort.keySet());
        this.falling = new boolean[fields.size()];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = Objects.equals(sort.get(fields.get(i)), -1);
        }
        this.documents = documents;
        this.positions = all.boxed()
                .flatMap(position ->
                        documents.apply(position).map(document -> new Entry(key(document), position)).stream())
                .sorted(Comparator.comparing(Entry::key, this::compare).thenComparingInt(Entry::position))
                .mapToInt(Entry::position)
                .toArray();
        this.count = positions.length;
    }

    /** Takes in a position that is not there. */
    synchronized void put(int position, Document document) {
        List<Object> key = key(document);
        int at = count == 0 || compare(at(count - 1), key) <= 0 ? count : search(key, true);
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, Math.max(FIRST_SIZE, 2 * count));
        }
        System.arraycopy(positions, at, positions, at + 1, count - at);
        positions[at] = position;
        count++;
    }

    /** Takes a position out while its document is still there, or does nothing where it is not in the order. */
    synchronized void remove(int position, Document document) {
        int at = arrays ? 0 : search(key(document), false);
        while (at < count && positions[at] != position) {
            at++;
        }
        if (at < count) {
            System.arraycopy(positions, at + 1, positions, at, count - at - 1);
            count--;
        }
    }

    /**
     * A copy of the positions of all documents that a query may match by the first field, in order; empty where the order of
     * a value is not that of what a query finds by it, as with arrays.
     *
     * @param backwards whether the last one is wanted first
     */
    synchronized Optional<int[]> within(QueryConditions conditions, boolean backwards) {
        if (arrays) {
            return Optional.empty();
        }
        String first = fields.get(0);
        int begin = conditions
                .least(first)
                .map(value -> search(List.of(value), false))
                .orElse(0);
        int end = conditions
                .greatest(first)
                .map(value -> search(List.of(value), true))
                .orElse(count);
        int[] found = begin >= end ? new int[0] : Arrays.copyOfRange(positions, begin, end);
        for (int i = 0; backwards && i < found.length / 2; i++) {
            int other = found[i];
            found[i] = found[found.length - 1 - i];
            found[found.length - 1 - i] = other;
        }
        return Optional.of(found);
    }

    /**
     * The first index whose document is not before the key, or, behind equals, is after it.
     *
     * @param key maybe of the first field alone
     */
    private int search(List<Object> key, boolean behindEquals) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = compare(at(middle), key);
            if (compared < 0 || behindEquals && compared == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<Object> at(int index) {
        return key(documents.apply(positions[index]).orElseGet(Document::new));
    }

    private List<Object> key(Document document) {
        Object[] key = new Object[fields.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = document.get(fields.get(i));
            arrays |= key[i] instanceof Collection<?>;
        }
        return Arrays.asList(key);
    }

    /** By as many fields as both have. */
    private int compare(List<Object> one, List<Object> other) {
        int compared = 0;
        for (int i = 0; compared == 0 && i < Math.min(one.size(), other.size()); i++) {
            compared = compareValues(one.get(i), other.get(i));
            compared = falling[i] ? -compared : compared;
        }
        return compared;
    }

    private static int compareValues(Object one, Object other) {
        if (one instanceof String text && other instanceof String otherText) {
            return text.compareTo(otherText);
        }
        return one instanceof Instant moment && other instanceof Instant otherMoment
                ? moment.compareTo(otherMoment)
                : ValueComparator.asc().compare(one, other);
    }

    private record Entry(List<Object> key, int position) {}
}
