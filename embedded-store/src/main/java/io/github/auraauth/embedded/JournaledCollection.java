package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.function.Consumer;

/** A collection in memory that tells a listener of every document put or removed. */
final class JournaledCollection extends MemoryCollection {
    private static final int ENTRY_OVERHEAD = 64;

    private final Consumer<Document> changes;

    JournaledCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Consumer<Document> changes) {
        super(database, name, options, cursors);
        this.changes = changes;
    }

    /** About how many bytes its documents take in the journal. */
    long aliveSize() {
        return getDataSize() + (long) count() * ENTRY_OVERHEAD;
    }

    @Override
    protected Integer addDocumentInternal(Document document) {
        Integer position = super.addDocumentInternal(document);
        changes.accept(Change.put(getFullName(), document));
        return position;
    }

    @Override
    protected void handleUpdate(Integer position, Document oldDocument, Document newDocument) {
        super.handleUpdate(position, oldDocument, newDocument);
        changes.accept(Change.put(getFullName(), newDocument));
    }

    @Override
    protected void removeDocument(Integer position) {
        Object id = Change.idOf(getDocument(position));
        super.removeDocument(position);
        changes.accept(Change.remove(getFullName(), id));
    }
}
