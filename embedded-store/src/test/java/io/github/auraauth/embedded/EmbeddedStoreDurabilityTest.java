package io.github.auraauth.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStoreDurabilityTest {
    private static final int WRITES = 10_000;
    private static final int INSERTS = 500;
    private static final int REMOVED = -1;

    @TempDir
    private Path path;

    @Test
    void insert_killedInTheMiddleThreeTimes_losesNothingAcknowledged() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 1; round <= 3; round++) {
            insertUntilKilled(acknowledged, INSERTS / 2 + 20 * round);
            assertThat(stored()).as("round " + round).containsAll(acknowledged);
        }
        assertThat(acknowledged.size()).isGreaterThan(3 * INSERTS / 2);
    }

    /** Starts 500 inserts by four writers and kills the store when the given number is acknowledged. */
    private void insertUntilKilled(Set<String> acknowledged, int enough) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try (StoreProcess store = StoreProcess.start(path);
                MongoClient client = MongoClients.create(
                        store.answer() + "&serverSelectionTimeoutMS=5000&connectTimeoutMS=2000&retryWrites=false")) {
            MongoCollection<Document> users = EmbeddedStoreTest.users(client);
            users.createIndex(Indexes.ascending("auraId"), new IndexOptions().unique(true));
            CountDownLatch middle = new CountDownLatch(enough);
            for (int i = 0; i < INSERTS; i++) {
                writers.execute(() -> {
                    Document user = user();
                    try {
                        users.insertOne(user);
                        acknowledged.add(user.getString("auraId"));
                        middle.countDown();
                    } catch (MongoException e) {
                        // killed: not acknowledged
                    }
                });
            }
            assertThat(middle.await(60, TimeUnit.SECONDS)).isTrue();
            store.kill();
            writers.shutdownNow();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void write_killedInTheMiddleOfCompactions_losesNothingAcknowledgedAndNothingComesBack() throws Exception {
        Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
        for (int round = 1; round <= 3; round++) {
            writeUntilKilled(acknowledged, round);
            try (EmbeddedStore store =
                            EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
                    MongoClient client = MongoClients.create(store.uri())) {
                Map<Integer, Integer> stored = new HashMap<>();
                EmbeddedStoreTest.users(client)
                        .find()
                        .forEach(user -> stored.put(user.getInteger("_id"), user.getInteger("round")));
                acknowledged.forEach((id, last) -> {
                    if (last == REMOVED) {
                        assertThat(stored).doesNotContainKey(id);
                    } else {
                        assertThat(stored.get(id)).isGreaterThanOrEqualTo(last);
                    }
                });
            }
        }
        assertThat(acknowledged.values()).contains(REMOVED);
    }

    /** Four writers change documents of their own, and remove each for good in the end, while the store compacts all the time. */
    private void writeUntilKilled(Map<Integer, Integer> acknowledged, int round) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try (StoreProcess store = StoreProcess.startCompacting(path);
                MongoClient client = MongoClients.create(
                        store.answer() + "&serverSelectionTimeoutMS=5000&connectTimeoutMS=2000&retryWrites=false")) {
            MongoCollection<Document> users = EmbeddedStoreTest.users(client);
            CountDownLatch enough = new CountDownLatch(300 + 37 * round);
            for (int writer = 0; writer < 4; writer++) {
                int first = writer + 10_000 * round;
                writers.execute(() -> change(users, first, acknowledged, enough));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            store.kill();
            writers.shutdownNow();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void change(
            MongoCollection<Document> users, int first, Map<Integer, Integer> acknowledged, CountDownLatch enough) {
        try {
            for (int id = first; id < first + 8_000; id += 4) {
                users.insertOne(user().append("_id", id).append("round", 0));
                acknowledged.put(id, 0);
                users.updateOne(Filters.eq("_id", id), Updates.set("round", 1));
                acknowledged.put(id, 1);
                if (id % 3 == 0) {
                    acknowledged.remove(id);
                    users.deleteOne(Filters.eq("_id", id));
                    acknowledged.put(id, REMOVED);
                }
                enough.countDown();
            }
        } catch (MongoException e) {
            // killed: not acknowledged
        }
    }

    private Set<String> stored() throws Exception {
        Set<String> stored = new HashSet<>();
        try (EmbeddedStore store = EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
                MongoClient client = MongoClients.create(store.uri())) {
            EmbeddedStoreTest.users(client)
                    .find()
                    .map(user -> user.getString("auraId"))
                    .forEach(stored::add);
        }
        return stored;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void insert_tenThousandUsers_fileStaysWithinFourTimesTheData(int threads) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> users = EmbeddedStoreTest.users(client);
            users.createIndex(Indexes.ascending("auraId"), new IndexOptions().unique(true));
            users.createIndex(Indexes.ascending("authorizationId"), new IndexOptions().unique(true));
            Instant start = Instant.now();
            inParallel(threads, i -> users.insertOne(user()));
            long millis =
                    Math.max(1, java.time.Duration.between(start, Instant.now()).toMillis());
            System.out.printf("%d writers: %d writes/s%n", threads, WRITES * 1000L / millis);

            awaitSize(4 * dataSize(users));
            assertThat(users.countDocuments()).isEqualTo(WRITES);
        }
    }

    @Test
    void update_tenThousandTimes_fileStaysWithinFourTimesTheData() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> users = EmbeddedStoreTest.users(client);
            IntStream.range(0, 100).forEach(i -> users.insertOne(user().append("_id", i)));
            inParallel(4, i -> users.updateOne(Filters.eq("_id", i % 100), Updates.set("lastAccess", new Date())));

            awaitSize(4 * dataSize(users));
        }
    }

    @Test
    void delete_nineOfTenUsers_fileShrinksWithTheData() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> users = EmbeddedStoreTest.users(client);
            IntStream.range(0, WRITES).forEach(i -> users.insertOne(user().append("_id", i)));
            inParallel(4, i -> {
                if (i % 10 > 0) {
                    users.deleteOne(Filters.eq("_id", i));
                }
            });

            awaitSize(4 * dataSize(users));
            assertThat(users.countDocuments()).isEqualTo(WRITES / 10);
        }
    }

    private static void inParallel(int threads, java.util.function.IntConsumer write) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int thread = 0; thread < threads; thread++) {
            writers.execute(() -> {
                for (int i = next.getAndIncrement(); i < WRITES; i = next.getAndIncrement()) {
                    write.accept(i);
                    done.incrementAndGet();
                }
            });
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        assertThat(done).hasValue(WRITES);
    }

    /** Compactions run beside the writes, and may have one to finish. */
    private void awaitSize(long most) throws Exception {
        for (int i = 0; i < 1000 && filesSize() >= most; i++) {
            Thread.sleep(20);
        }
        assertThat(filesSize()).isLessThan(most);
    }

    private long filesSize() throws Exception {
        try (var files = Files.list(path)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static long dataSize(MongoCollection<Document> users) {
        long size = 0;
        for (Document user : users.find()) {
            size += new RawBsonDocument(user, new DocumentCodec())
                    .getByteBuffer()
                    .remaining();
        }
        return size;
    }

    private static Document user() {
        String auraId = UUID.randomUUID().toString();
        return new Document("auraId", auraId)
                .append("authorizationId", "authorization-" + auraId)
                .append("auraGlobalId", UUID.randomUUID().toString())
                .append("channelId", UUID.randomUUID().toString())
                .append("userId", "user-" + auraId)
                .append("authenticationType", "phone_number")
                .append("authenticationIdentifier", "+34600000000")
                .append("created", new Date())
                .append("registeredAt", new Date())
                .append("lastAccess", new Date());
    }
}
