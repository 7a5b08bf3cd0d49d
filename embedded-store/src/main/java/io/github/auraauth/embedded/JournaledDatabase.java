package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A database in memory whose collections tell a listener of their changes. */
final class JournaledDatabase extends MemoryDatabase {
    private static final String SYSTEM = "system.";
    private static final String NAMESPACE = "ns";

    private Consumer<Document> changes = change -> {};

    JournaledDatabase(String name, CursorRegistry cursors) {
        super(name, cursors);
    }

    /** From now on changes are told to the listener. */
    void tell(Consumer<Document> listener) {
        changes = listener;
    }

    @Override
    protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
        if (name.startsWith(SYSTEM)) {
            return super.openOrCreateCollection(name, options);
        }
        return new JournaledCollection(this, name, options, cursorRegistry, change -> changes.accept(change));
    }

    /** What makes this database anew out of an empty one: its indexes, then its documents. */
    Stream<Document> alive() {
        return Stream.concat(
                documents("system.indexes").map(this::indexCreation),
                collections()
                        .flatMap(each ->
                                each.queryAllAsStream().map(document -> Change.put(each.getFullName(), document))));
    }

    /** About how many bytes {@link #alive} has. */
    long aliveSize() {
        return collections().mapToLong(JournaledCollection::aliveSize).sum();
    }

    private Stream<JournaledCollection> collections() {
        return documents("system.namespaces")
                .map(namespace -> collectionOf(String.valueOf(namespace.get("name"))))
                .filter(name -> !name.startsWith(SYSTEM))
                .map(name -> (JournaledCollection) resolveCollection(name, true));
    }

    private Document indexCreation(Document index) {
        Document description = index.clone();
        String collection = collectionOf(String.valueOf(description.remove(NAMESPACE)));
        return Change.command(
                getDatabaseName(),
                new Document("createIndexes", collection).append("indexes", java.util.List.of(description)));
    }

    private Stream<Document> documents(String collection) {
        return Optional.ofNullable(resolveCollection(collection, false)).stream()
                .flatMap(MongoCollection::queryAllAsStream);
    }

    private String collectionOf(String fullName) {
        return fullName.substring(getDatabaseName().length() + 1);
    }
}
