package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The positions of all documents in the order of a sort. Safe for use by several threads at a time. */
final class SortedPositions {
    private final Comparator<Document> order;
    private final Comparator<Document> byFirst;
    private final String first;
    private final IntFunction<Optional<Document>> documents;
    private final Document sort;
    private int[] positions;
    private int count;
    private boolean arrays;

    /**
     * @param sort fields with their directions, the first of which rises
     * @param documents gives the document at a position, where there is one
     * @param all positions that there are
     */
    SortedPositions(Document sort, IntFunction<Optional<Document>> documents, IntStream all) {
        this.sort = sort;
        this.first = sort.keySet().iterator().next();
        this.order = new DocumentComparator(sort);
        this.byFirst = new DocumentComparator(new Document(first, 1));
        this.documents = documents;
        this.positions = all.boxed()
                .flatMap(position ->
                        documents.apply(position).map(this::key).map(key -> new Entry(key, position)).stream())
                .sorted(Comparator.comparing(Entry::key, order).thenComparingInt(Entry::position))
                .mapToInt(Entry::position)
                .toArray();
        this.count = positions.length;
    }

    /** Takes in a position that is not there. */
    synchronized void put(int position, Document document) {
        Document key = key(document);
        int at = count == 0 || order.compare(at(count - 1), key) <= 0 ? count : search(key, order, true);
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, Math.max(16, 2 * count));
        }
        System.arraycopy(positions, at, positions, at + 1, count - at);
        positions[at] = position;
        count++;
    }

    /** Takes a position out, or does nothing where it is not there. */
    synchronized void remove(int position) {
        for (int i = 0; i < count; i++) {
            if (positions[i] == position) {
                System.arraycopy(positions, i + 1, positions, i, count - i - 1);
                count--;
                return;
            }
        }
    }

    /**
     * A copy of the positions of all documents that a query may match by the first field, in order; empty where the order of
     * a value is not that of what a query finds by it, as with arrays.
     */
    synchronized Optional<int[]> within(QueryConditions conditions, boolean falling) {
        if (arrays) {
            return Optional.empty();
        }
        int begin = conditions
                .least(first)
                .map(value -> search(bound(value), byFirst, false))
                .orElse(0);
        int end = conditions
                .greatest(first)
                .map(value -> search(bound(value), byFirst, true))
                .orElse(count);
        int[] found = begin >= end ? new int[0] : Arrays.copyOfRange(positions, begin, end);
        for (int i = 0; falling && i < found.length / 2; i++) {
            int other = found[i];
            found[i] = found[found.length - 1 - i];
            found[found.length - 1 - i] = other;
        }
        return Optional.of(found);
    }

    /** The first index whose document is not before the key, or, behind equals, is after it. */
    private int search(Document key, Comparator<Document> comparator, boolean behindEquals) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int compared = comparator.compare(at(middle), key);
            if (compared < 0 || behindEquals && compared == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Document at(int index) {
        return documents.apply(positions[index]).orElseGet(Document::new);
    }

    private Document bound(Object value) {
        return new Document(first, value);
    }

    /** The fields of the sort alone. */
    private Document key(Document document) {
        Document key = new Document();
        for (String field : sort.keySet()) {
            if (document.containsKey(field)) {
                Object value = document.get(field);
                arrays |= value instanceof Collection<?>;
                key.put(field, value);
            }
        }
        return key;
    }

    private record Entry(Document key, int position) {}
}
