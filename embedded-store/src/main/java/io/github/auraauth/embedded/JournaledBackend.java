package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.github.auraauth.embedded.index.KeyHasher;
import io.netty.channel.Channel;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases in memory with their journal. No reply, not even a reading one or an error, leaves before all that it may
 * rest on is written. Commands that change collections or indexes run alone; others run beside each other.
 */
final class JournaledBackend extends AbstractMongoBackend implements ChangeLog {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledBackend.class);
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");

    private final Map<String, JournaledDatabase> opened = new ConcurrentSkipListMap<>();
    private final Replay replay = new Replay(this::resolveDatabase, super::handleCommand);

    /** Held exclusively between two changes, and shared by each. */
    private final ReadWriteLock changing = new ReentrantReadWriteLock();

    private final ConnectionAuthenticator authenticator;
    private final Compactor compactor = new Compactor(new Compaction());
    private final AskedOrders orders;
    private final KeyHasher hasher;
    private volatile Optional<Journal> journal = Optional.empty();
    private volatile boolean holdsRemoved;
    private final AtomicInteger schemaChanges = new AtomicInteger();

    JournaledBackend(Clock clock, ConnectionAuthenticator authenticator, AskedOrders orders, KeyHasher hasher) {
        super(clock);
        this.authenticator = authenticator;
        this.orders = orders;
        this.hasher = hasher;
    }

    /** Puts an entry of the journal into effect; before {@link #record} only. */
    void replay(byte[] entry) {
        Change.apply(entry, replay);
    }

    /** From now on every change goes into the journal; makes the orders that were asked for before. */
    void record(Journal target) {
        journal = Optional.of(target);
        opened.values().stream()
                .flatMap(database -> database.collections().stream())
                .forEach(collection -> orders.of(collection.getFullName()).forEach(collection::prepare));
        compactor.start();
        askIfOverdue(target);
    }

    private void askIfOverdue(Journal target) {
        if (target.hasGrown() && target.isOverdue(JournaledDatabase.sizeInJournal(opened.values()))) {
            compactor.ask();
        }
    }

    @Override
    public JournaledDatabase openOrCreateDatabase(String name) {
        return opened.computeIfAbsent(
                name, missing -> new JournaledDatabase(name, getCursorRegistry(), this, orders, hasher));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        opened.remove(name);
    }

    @Override
    public void put(String namespace, byte[] document) {
        journal.ifPresent(target -> target.append(Change.put(namespace, document)));
    }

    @Override
    public void fieldsRemoved() {
        holdsRemoved = true;
    }

    @Override
    public void removed(String namespace, Document document) {
        journal.ifPresent(target -> target.append(Change.remove(namespace, Change.idOf(document))));
        holdsRemoved = true;
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return authenticator.answer(channel, command, query).orElseGet(() -> answer(channel, database, command, query));
    }

    private Document answer(Channel channel, String database, String command, Document query) {
        Supplier<Document> call = () -> super.handleCommand(channel, database, command, query);
        if (Change.isSchemaCommand(command)) {
            return written(() ->
                    LockedCollection.whileHeld(changing.writeLock(), () -> recorded(database, command, query, call)));
        }
        boolean writes = WRITES.contains(command.toLowerCase(Locale.ROOT));
        return written(writes ? () -> LockedCollection.whileHeld(changing.readLock(), call) : call);
    }

    /** A command that fails goes into no journal: it must not succeed, nor end the next start, when it is done anew. */
    private Document recorded(String database, String command, Document query, Supplier<Document> call) {
        byte[] entry = Change.command(database, query);
        // before anything changes, so that no snapshot holds half of it
        schemaChanges.incrementAndGet();
        Document answer = call.get();
        journal.ifPresent(target -> target.append(entry));
        holdsRemoved |= command.toLowerCase(Locale.ROOT).startsWith("drop");
        return answer;
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return authenticator.isAuthenticated(query.getChannel())
                ? written(() -> super.handleQuery(query))
                : new QueryResult();
    }

    @Override
    protected Document handleGetMore(String database, String command, Document query) {
        query.putIfAbsent("batchSize", JournaledDatabase.BATCH);
        return super.handleGetMore(database, command, query);
    }

    private <T> T written(Supplier<T> call) {
        try {
            return call.get();
        } finally {
            journal.ifPresent(target -> {
                await(target);
                askIfOverdue(target);
            });
        }
    }

    private static void await(Journal target) {
        try {
            target.awaitWritten(target.appended());
        } catch (IOException e) {
            LOG.error("the embedded store cannot write: {}", e.getMessage());
            throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "the store cannot write");
        }
    }

    /** Leaves out of the files what was removed: an erased person must not be found in an old entry. */
    void forgetRemoved() {
        compactor.compactIf(() -> holdsRemoved);
    }

    /** Waits for a compaction that runs; afterwards nothing may change. */
    @Override
    public void close() {
        compactor.close();
        super.close();
    }

    private final class Compaction implements Compactor.Source {
        @Override
        public Compactor.Alive begin() throws IOException {
            Journal target = journal.orElseThrow();
            target.prepareRotation(JournaledDatabase.sizeInJournal(opened.values()));
            changing.writeLock().lock();
            try {
                Snapshot snapshot = target.rotate();
                holdsRemoved = false;
                int schema = schemaChanges.get();
                return Compactor.Alive.of(snapshot, opened.values(), () -> schema == schemaChanges.get());
            } finally {
                changing.writeLock().unlock();
            }
        }

        @Override
        public boolean isOverdue() {
            return journal.orElseThrow().isOverdue(JournaledDatabase.sizeInJournal(opened.values()));
        }

        @Override
        public void abandoned() {
            holdsRemoved = true;
        }
    }
}
