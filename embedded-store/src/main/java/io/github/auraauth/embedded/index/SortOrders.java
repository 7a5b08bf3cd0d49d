package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The orders in which a collection has been asked for, each kept up from the first time on, so that a part of a long list
 * costs the same wherever it stands. Who takes an order looks at each of its documents. Changes must come one after the
 * other, and not while an order is asked for.
 */
public final class SortOrders {
    /** Fewer documents are sorted sooner than an order is kept. */
    private static final int FEWEST = 1_000;

    private static final int MOST_ORDERS = 8;

    private final Map<String, SortedPositions> orders = new LinkedHashMap<>();
    private final IntFunction<Optional<Document>> documents;
    private final Supplier<IntStream> all;
    private final Consumer<Document> made;

    /**
     * @param documents gives the document at a position, where there is one
     * @param all positions that there are
     * @param made is told of each order that is kept from now on
     */
    public SortOrders(IntFunction<Optional<Document>> documents, Supplier<IntStream> all, Consumer<Document> made) {
        this.documents = documents;
        this.all = all;
        this.made = made;
    }

    /**
     * Makes an order before it is asked for.
     *
     * @param order fields with their directions, the first of which rises
     * @param count of all documents
     */
    public synchronized void prepare(Document order, int count) {
        if (count >= FEWEST && isKept(order)) {
            kept(order);
        }
    }

    /** Takes a new document in. */
    public synchronized void put(int position) {
        each(position, SortedPositions::put);
    }

    /** Takes a document out, while it is still there. */
    public synchronized void remove(int position) {
        each(position, SortedPositions::remove);
    }

    private void each(int position, Change change) {
        if (!orders.isEmpty()) {
            documents
                    .apply(position)
                    .ifPresent(document -> orders.values().forEach(order -> change.apply(order, position, document)));
        }
    }

    /**
     * The positions of all documents that the query may match, in the order of the sort; empty when they are sorted sooner.
     *
     * @param candidates positions that the indexes tell; absent where all documents must be looked at
     * @param count of all documents
     */
    public synchronized Optional<int[]> positions(
            Document query, Document sort, Optional<int[]> candidates, int count) {
        if (candidates.map(found -> found.length).orElse(count) < FEWEST || !isKept(sort)) {
            return Optional.empty();
        }
        boolean falling = sort.values().iterator().next().equals(-1);
        Document rising = new Document();
        sort.forEach((field, direction) -> rising.put(field, direction.equals(-1) == falling ? 1 : -1));
        return kept(rising)
                .flatMap(order -> order.within(QueryConditions.of(query), falling))
                .map(found -> candidates.map(known -> both(found, known)).orElse(found));
    }

    /** Empty where as many are kept as may be. */
    private Optional<SortedPositions> kept(Document rising) {
        String name = rising.toString();
        if (!orders.containsKey(name)) {
            if (orders.size() == MOST_ORDERS) {
                return Optional.empty();
            }
            orders.put(name, new SortedPositions(rising, documents, all.get()));
            made.accept(rising);
        }
        return Optional.of(orders.get(name));
    }

    /** Whether each field is one of the document itself and rises or falls. */
    private static boolean isKept(Document sort) {
        return !sort.isEmpty()
                && sort.entrySet().stream()
                        .allMatch(field -> field.getKey().indexOf('.') < 0
                                && !field.getKey().startsWith("$")
                                && (field.getValue().equals(1)
                                        || field.getValue().equals(-1)));
    }

    private interface Change {
        void apply(SortedPositions order, int position, Document document);
    }

    private static int[] both(int[] inOrder, int[] known) {
        BitSet members = new BitSet();
        Arrays.stream(known).forEach(members::set);
        return Arrays.stream(inOrder).filter(members::get).toArray();
    }
}
