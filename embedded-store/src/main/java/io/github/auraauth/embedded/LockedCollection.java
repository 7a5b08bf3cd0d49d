package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** A collection whose writes run one after the other; lookups in indexes may run at the same time as each other. */
abstract class LockedCollection extends AbstractMongoCollection<Integer> {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    LockedCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    /** Runs while no write does. */
    final <T> T reading(Supplier<T> lookup) {
        return whileHeld(lock.readLock(), lookup);
    }

    private <T> T writing(Supplier<T> write) {
        return whileHeld(lock.writeLock(), write);
    }

    private void writing(Runnable write) {
        writing(() -> {
            write.run();
            return true;
        });
    }

    static <T> T whileHeld(Lock held, Supplier<T> call) {
        held.lock();
        try {
            return call.get();
        } finally {
            held.unlock();
        }
    }

    @Override
    public void addDocument(Document document) {
        writing(() -> super.addDocument(document));
    }

    @Override
    public List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
        return writing(() -> super.insertDocuments(documents, isOrdered));
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return writing(() -> super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog));
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return writing(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public Document findAndModify(Document query) {
        return writing(() -> super.findAndModify(query));
    }

    @Override
    public void removeDocument(Document document) {
        writing(() -> super.removeDocument(document));
    }

    @Override
    public void addIndex(Index<Integer> index) {
        writing(() -> super.addIndex(index));
    }

    @Override
    public void dropIndex(String indexName) {
        writing(() -> super.dropIndex(indexName));
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newName) {
        writing(() -> super.renameTo(newDatabase, newName));
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}
}
