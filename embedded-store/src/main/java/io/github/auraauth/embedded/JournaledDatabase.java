package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.github.auraauth.embedded.index.CollectionIndex;
import io.github.auraauth.embedded.index.KeyHasher;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A database in memory whose collections tell a log of their changes. */
final class JournaledDatabase extends AbstractSynchronizedMongoDatabase<Integer> {
    private static final String SYSTEM = "system.";
    private static final String NAMESPACE = "ns";
    private static final int COMMAND_NOT_SUPPORTED = 115;

    /** How many documents an answer holds where the caller does not say. */
    static final int BATCH = 1000;

    private final ChangeLog changes;
    private final AskedOrders orders;
    private final KeyHasher hasher;

    JournaledDatabase(String name, CursorRegistry cursors, ChangeLog changes, AskedOrders orders, KeyHasher hasher) {
        super(name, cursors);
        this.changes = changes;
        this.orders = orders;
        this.hasher = hasher;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected JournaledCollection openOrCreateCollection(String name, CollectionOptions options) {
        boolean system = name.startsWith(SYSTEM);
        return new JournaledCollection(this, name, options, cursorRegistry, system ? new Unlogged() : changes, orders);
    }

    @Override
    protected Index<Integer> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new CollectionIndex(name, keys, true, sparse, hasher, collection(collection)::getDocument);
    }

    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new CollectionIndex(name, keys, false, sparse, hasher, collection(collection)::getDocument);
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equalsIgnoreCase("find") && !(query.get("batchSize") instanceof Number)) {
            // the library would answer with everything at once
            query.put("batchSize", BATCH);
        }
        return command.equalsIgnoreCase("aggregate")
                ? matched(query, databases, oplog)
                        .orElseGet(() -> super.handleCommand(channel, command, query, databases, oplog))
                : super.handleCommand(channel, command, query, databases, oplog);
    }

    /** What a pipeline finds. The library would look at every document, whatever it begins with. */
    private Optional<Document> matched(Document query, DatabaseResolver databases, Oplog oplog) {
        String name = String.valueOf(query.get("aggregate"));
        MongoCollection<Integer> collection = resolveCollection(name, false);
        List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
        if (collection == null) {
            return Optional.empty();
        }
        Document match = new Document();
        List<Document> others = pipeline;
        if (!pipeline.isEmpty() && pipeline.get(0).get("$match") instanceof Document first) {
            match = first;
            others = pipeline.subList(1, pipeline.size());
        }
        Aggregation rest = Aggregation.fromPipeline(others, databases, this, collection, oplog);
        if (rest.isModifying()) {
            throw new MongoServerError(COMMAND_NOT_SUPPORTED, "CommandNotSupported", "a pipeline may only read here");
        }
        rest.validate(query);
        Document cursor = new Document("id", 0L)
                .append(NAMESPACE, collection.getFullName())
                .append("firstBatch", rest.runStages(((JournaledCollection) collection).matching(match)));
        return Optional.of(new Document("cursor", cursor).append("ok", 1.0));
    }

    /** The commands that make its indexes anew. */
    List<byte[]> indexCreations() {
        return documents("system.indexes").map(this::indexCreation).toList();
    }

    /** Its collections of documents. */
    List<JournaledCollection> collections() {
        return documents("system.namespaces")
                .map(namespace -> collectionOf(String.valueOf(namespace.get("name"))))
                .filter(name -> !name.startsWith(SYSTEM))
                .map(this::collection)
                .toList();
    }

    /** Of all documents of the databases, in bytes. */
    static long sizeInJournal(Collection<JournaledDatabase> databases) {
        return databases.stream()
                .flatMap(database -> database.collections().stream())
                .mapToLong(collection -> collection.documents().sizeInJournal())
                .sum();
    }

    private JournaledCollection collection(String name) {
        return (JournaledCollection) Objects.requireNonNull(resolveCollection(name, true));
    }

    private byte[] indexCreation(Document index) {
        String collection = collectionOf(String.valueOf(index.remove(NAMESPACE)));
        return Change.command(
                getDatabaseName(), new Document("createIndexes", collection).append("indexes", List.of(index)));
    }

    private Stream<Document> documents(String collection) {
        return Optional.ofNullable(resolveCollection(collection, false)).stream()
                .flatMap(MongoCollection::queryAllAsStream);
    }

    private String collectionOf(String fullName) {
        return fullName.substring(getDatabaseName().length() + 1);
    }

    @Override
    protected long getFileSize() {
        return 0;
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    /** For what follows from the commands that make collections and indexes. */
    private static final class Unlogged implements ChangeLog {
        @Override
        public void put(String namespace, byte[] document) {}

        @Override
        public void fieldsRemoved() {}

        @Override
        public void removed(String namespace, Document document) {}
    }
}
