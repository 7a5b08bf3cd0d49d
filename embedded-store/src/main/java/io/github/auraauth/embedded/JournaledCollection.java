package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import io.github.auraauth.embedded.index.CollectionIndex;
import io.github.auraauth.embedded.index.QueryPlanner;
import io.github.auraauth.embedded.index.SortOrders;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A collection in memory that tells a log of every document put or removed before a reader can see it. Reads hold writes
 * up for a lookup in an index at most, and not while they look at documents: each document is seen whole, but documents
 * that change meanwhile may be seen as of different moments, as in MongoDB.
 */
final class JournaledCollection extends LockedCollection {
    private final StoredDocuments documents = new StoredDocuments();
    private final ChangeLog changes;
    private final SortOrders orders;

    JournaledCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            ChangeLog changes,
            AskedOrders asked) {
        super(database, name, options, cursors);
        this.changes = changes;
        this.orders = new SortOrders(documents::at, documents::positions, order -> asked.add(getFullName(), order));
    }

    StoredDocuments documents() {
        return documents;
    }

    /** Makes an order before it is asked for, where there are so many documents that it is worth it. */
    void prepare(Document order) {
        orders.prepare(order, documents.count());
    }

    /** Puts a document in the place of the one with the same id, whatever its other keys are, and tells nobody. */
    void restore(byte[] bytes) {
        Document document = BsonBytes.decode(bytes);
        forget(Change.idOf(document));
        int position = documents.add(bytes);
        orders.put(position);
        indexes().forEach(index -> index.put(document, position));
    }

    /** Removes the document with that id, if there is one, and tells nobody. */
    void forget(Object id) {
        indexes().stream()
                .filter(index -> index.fields().equals(List.of("_id")))
                .flatMap(index -> index.holders(id).stream())
                .toList()
                .forEach(this::removeAt);
    }

    private void removeAt(int position) {
        indexes().forEach(index -> index.remove(position));
        orders.remove(position);
        documents.remove(position);
    }

    private List<CollectionIndex> indexes() {
        return getIndexes().stream().map(CollectionIndex.class::cast).toList();
    }

    /** What the query finds, in no particular order. */
    Stream<Document> matching(Document query) {
        return at(positions(query).iterator()).filter(document -> documentMatchesQuery(document, query));
    }

    /** The positions of all documents that the query may match. */
    private IntStream positions(Document query) {
        return reading(() -> new QueryPlanner(indexes()).candidates(query))
                .map(IntStream::of)
                .orElseGet(documents::positions);
    }

    /** The same in the order of the sort; empty where all of them are to be sorted. */
    private Optional<int[]> inOrder(Document query, Document sort) {
        return reading(
                () -> orders.positions(query, sort, new QueryPlanner(indexes()).candidates(query), documents.count()));
    }

    private Stream<Document> at(PrimitiveIterator.OfInt positions) {
        return StreamSupport.intStream(Spliterators.spliteratorUnknownSize(positions, Spliterator.ORDERED), false)
                .mapToObj(documents::at)
                .flatMap(Optional::stream);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        boolean sorted = deriveComparator(orderBy) != null || isNaturalDescending(orderBy);
        Optional<int[]> order = sorted ? inOrder(query, orderBy) : Optional.empty();
        if (sorted && order.isEmpty()) {
            return matchDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        PrimitiveIterator.OfInt positions =
                order.map(IntStream::of).orElseGet(() -> positions(query)).iterator();
        AtomicInteger toSkip = new AtomicInteger(skip);
        PagedDocuments found = new PagedDocuments(
                cursorRegistry.generateCursorId(),
                asked -> matchDocumentsFromStream(at(positions), query, null, toSkip.getAndSet(0), asked, 0, fields)
                        .collectDocuments(),
                limit > 0 ? limit : Integer.MAX_VALUE);
        return found.result(batchSize, cursorRegistry);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        int[] rising = positions(query).toArray();
        int last = rising.length - 1;
        IntStream positions =
                IntStream.rangeClosed(0, last).map(i -> rising[isNaturalDescending(orderBy) ? last - i : i]);
        return matchDocumentsFromStream(at(positions.iterator()), query, orderBy, skip, limit, batchSize, fields);
    }

    /** The library's own matcher remembers the last match, which is for writes. */
    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return new DefaultQueryMatcher().matches(document, query);
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
        byte[] bytes = BsonBytes.encode(document);
        changes.put(getFullName(), bytes);
        int position = documents.add(bytes);
        orders.put(position);
        return position;
    }

    @Override
    protected void handleUpdate(Integer position, Document oldDocument, Document newDocument) {
        byte[] bytes = BsonBytes.encode(newDocument);
        changes.put(getFullName(), bytes);
        if (RemovedFields.areThere(oldDocument, newDocument)) {
            changes.fieldsRemoved();
        }
        orders.remove(position);
        documents.replace(position, bytes);
        orders.put(position);
    }

    @Override
    protected void removeDocument(Integer position) {
        changes.removed(getFullName(), getDocument(position));
        removeAt(position);
    }

    @Override
    protected Document getDocument(Integer position) {
        return documents.at(position).orElseThrow();
    }

    @Override
    protected Stream<DocumentWithPosition<Integer>> streamAllDocumentsWithPosition() {
        return documents
                .positions()
                .boxed()
                .flatMap(position ->
                        documents
                                .at(position)
                                .map(document -> new DocumentWithPosition<>(document, position))
                                .stream());
    }

    @Override
    public int count() {
        return documents.count();
    }

    @Override
    protected int getDataSize() {
        return (int) Math.min(documents.size(), Integer.MAX_VALUE);
    }
}
