package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An index of a collection, unique or not. It holds no keys but their hashes: who looks up a key gets the positions that
 * may have it, and looks at the documents. An index of one field also finds ranges of dates and numbers.
 */
public final class CollectionIndex extends PlannedIndex {
    private final boolean unique;
    private final boolean sparseUnique;
    private final IntFunction<Document> documents;
    private final KeyReader keys;
    private final HashedPrefixes prefixes;
    private final OrderedPositions ordered = new OrderedPositions();

    /** Documents with an array in a key, which therefore have many keys or none; every lookup gets them. */
    private final BitSet manyKeys = new BitSet();

    /**
     * @param sparse whether a unique one leaves out documents that lack all fields
     * @param documents gives the document at a position
     */
    public CollectionIndex(
            String name,
            List<IndexKey> keys,
            boolean unique,
            boolean sparse,
            KeyHasher hasher,
            IntFunction<Document> documents) {
        // to the library a sparse index is one that need not tell the position of a document that it removes
        super(name, keys, !unique || sparse);
        this.unique = unique;
        this.sparseUnique = unique && sparse;
        this.documents = documents;
        this.keys = new KeyReader(keys(), this::getKeyValues);
        this.prefixes = new HashedPrefixes(keys.size(), unique, hasher);
    }

    /** Its fields, in order. */
    public List<String> fields() {
        return keys.fields();
    }

    /** Whether positions can be looked up by the first so many fields. */
    boolean hasPrefix(int length) {
        return prefixes.has(length);
    }

    /** Whether it also has the documents that lack its fields. */
    boolean isComplete() {
        return !sparseUnique;
    }

    /** Gives the positions of documents whose first fields may have these normalized values. */
    void forEach(List<Object> values, IntConsumer consumer) {
        prefixes.forEach(values, consumer);
        manyKeys.stream().forEach(consumer);
    }

    /** Gives the positions of documents whose only field may lie in the range. */
    void forEach(OrderedPositions.Range range, IntConsumer consumer) {
        ordered.forEach(range, consumer);
        manyKeys.stream().forEach(consumer);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {
        check(document, collection, other -> true);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Integer> collection) {
        Object id = oldDocument.get("_id");
        if (!nullAwareEqualsKeys(oldDocument, newDocument)) {
            check(newDocument, collection, other -> !Objects.equals(other.get("_id"), id));
        }
    }

    private void check(Document document, MongoCollection<Integer> collection, Predicate<Document> conflicts) {
        if (isLeftOut(document)) {
            return;
        }
        // read for any index: a document with arrays in two keys is refused before it is put anywhere
        for (List<Object> key : keys.keys(document)) {
            if (unique && positions(key).stream().map(documents::apply).anyMatch(conflicts)) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(key));
            }
        }
    }

    /** The positions of the documents that have the value in the only field. */
    public List<Integer> holders(Object value) {
        return positions(Arrays.asList(KeyReader.normalized(value)));
    }

    private List<Integer> positions(List<Object> key) {
        List<Integer> found = new ArrayList<>(1);
        forEach(key, position -> {
            if (keys.keys(documents.apply(position)).contains(key)) {
                found.add(position);
            }
        });
        return found;
    }

    @Override
    public void add(Document document, Integer position, MongoCollection<Integer> collection) {
        checkAdd(document, collection);
        put(document, position);
    }

    /** Takes the position in, also where another document has the same key. */
    public void put(Document document, int position) {
        if (isLeftOut(document)) {
            return;
        }
        List<List<Object>> all = keys.keys(document);
        if (all.size() != 1) {
            manyKeys.set(position);
            return;
        }
        List<Object> key = all.get(0);
        prefixes.put(position, key);
        if (key.size() == 1 && key.get(0) != null) {
            ordered.put(position, key.get(0));
        }
    }

    private boolean isLeftOut(Document document) {
        return sparseUnique && keys.isAbsent(document);
    }

    /** Takes the position out, whatever key it has here. */
    public void remove(int position) {
        manyKeys.clear(position);
        prefixes.remove(position);
        ordered.remove(position);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Integer position, MongoCollection<Integer> collection) {
        if (!nullAwareEqualsKeys(oldDocument, newDocument)) {
            remove((int) position);
            put(newDocument, position);
        }
    }

    @Override
    protected boolean nullAwareEqualsKeys(Document oldDocument, Document newDocument) {
        return isLeftOut(oldDocument) == isLeftOut(newDocument)
                && keys.keys(oldDocument).equals(keys.keys(newDocument));
    }

    @Override
    public @Nullable Integer getPosition(Document document) {
        return isSparse()
                ? null
                : keys.keys(document).stream()
                        .flatMap(key -> positions(key).stream())
                        .findFirst()
                        .orElse(null);
    }

    /** Tells the position only; the collection calls {@link #remove(int)} once all indexes have told it. */
    @Override
    public @Nullable Integer remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return prefixes.size() + (long) manyKeys.cardinality();
    }
}
