package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases in memory with their journal. Commands run one after the other; no reply, not even a reading one, leaves
 * before all that it may rest on is written.
 */
final class JournaledBackend extends MemoryBackend {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledBackend.class);
    private static final int OUT_OF_DISK_SPACE = 14031;

    private final Map<String, JournaledDatabase> opened = new ConcurrentSkipListMap<>();
    private final Channel replayChannel = new EmbeddedChannel();
    private Optional<Journal> journal = Optional.empty();
    private boolean holdsRemoved;

    JournaledBackend(Clock clock) {
        super(clock);
    }

    /** Puts an entry of the journal into effect; before {@link #record} only. */
    void replay(Document entry) {
        Change.apply(entry, new Replay());
    }

    /** From now on every change goes into the journal. */
    synchronized void record(Journal target) {
        journal = Optional.of(target);
        if (target.isOverdue(this::aliveSize)) {
            rewrite(target);
        }
        opened.values().forEach(database -> database.tell(target::append));
    }

    @Override
    public synchronized JournaledDatabase openOrCreateDatabase(String name) {
        return opened.computeIfAbsent(name, missing -> {
            JournaledDatabase database = new JournaledDatabase(name, getCursorRegistry());
            journal.ifPresent(target -> database.tell(target::append));
            return database;
        });
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        opened.remove(name);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Document reply;
        long position;
        synchronized (this) {
            reply = changed(channel, database, command, query);
            holdsRemoved |= isRemoval(command, reply);
            position = journal.map(Journal::appended).orElse(0L);
            journal.filter(target -> target.isOverdue(this::aliveSize)).ifPresent(this::rewrite);
        }
        journal.ifPresent(target -> await(target, position));
        return reply;
    }

    /** A copy, since the documents in a reply are those of the store, which the next command may change. */
    private Document changed(Channel channel, String database, String command, Document query) {
        boolean schema = Change.isSchemaCommand(command);
        try {
            Document reply = super.handleCommand(channel, database, command, query);
            journal.filter(target -> schema).ifPresent(target -> target.append(Change.command(database, query)));
            return reply.cloneDeeply();
        } catch (MongoServerException e) {
            // half of it may have been done
            journal.filter(target -> schema).ifPresent(this::rewrite);
            throw e;
        }
    }

    @Override
    public synchronized QueryResult handleQuery(MongoQuery query) {
        return super.handleQuery(query);
    }

    private long aliveSize() {
        return opened.values().stream().mapToLong(JournaledDatabase::aliveSize).sum();
    }

    /** Leaves out of the file what was removed: an erased person must not be found in an old entry. */
    synchronized void forgetRemoved() {
        if (holdsRemoved) {
            journal.ifPresent(this::rewrite);
            holdsRemoved = false;
        }
    }

    private static boolean isRemoval(String command, Document reply) {
        return command.equalsIgnoreCase("delete") && reply.get("n") instanceof Number removed && removed.intValue() > 0;
    }

    private void rewrite(Journal target) {
        try {
            target.rewrite(
                    opened.values().stream().flatMap(JournaledDatabase::alive).iterator());
        } catch (IOException e) {
            LOG.warn("the embedded store's file could not be rewritten and grows on: {}", e.getMessage());
        }
    }

    private static void await(Journal target, long position) {
        try {
            target.awaitWritten(position);
        } catch (IOException e) {
            LOG.error("the embedded store cannot write: {}", e.getMessage());
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "the store cannot write");
        }
    }

    private final class Replay implements Change.Target {
        @Override
        public void put(String namespace, Document document) {
            remove(namespace, Change.idOf(document));
            MongoDatabase database = databaseOf(namespace);
            String name = collectionOf(namespace);
            MongoCollection<?> present = database.resolveCollection(name, false);
            MongoCollection<?> collection = present == null ? database.createCollectionOrThrowIfExists(name) : present;
            collection.addDocument(document);
        }

        @Override
        public void remove(String namespace, Object id) {
            MongoCollection<?> collection = databaseOf(namespace).resolveCollection(collectionOf(namespace), false);
            if (collection != null) {
                collection.handleQueryAsStream(new Document("_id", id)).toList().forEach(collection::removeDocument);
            }
        }

        @Override
        public void run(String database, Document command) {
            String name = command.keySet().iterator().next();
            JournaledBackend.super.handleCommand(replayChannel, database, name, command);
        }

        private MongoDatabase databaseOf(String namespace) {
            return resolveDatabase(namespace.substring(0, namespace.indexOf('.')));
        }

        private String collectionOf(String namespace) {
            return namespace.substring(namespace.indexOf('.') + 1);
        }
    }
}
