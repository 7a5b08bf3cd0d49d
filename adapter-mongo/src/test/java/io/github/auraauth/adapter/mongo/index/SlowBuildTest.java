package io.github.auraauth.adapter.mongo.index;

import static io.github.auraauth.adapter.mongo.TestDatabase.CLOCK;
import static io.github.auraauth.adapter.mongo.TestDatabase.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexOptions;
import io.github.auraauth.adapter.mongo.CommandProxy;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Builds that take longer than any time that a call, a read or a lease has; and what a server refuses. */
class SlowBuildTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String DEFINITION = """
            [{"version": "1", "collection": "notes", "create": [{"name": "a_1", "keys": {"a": 1}}]},
             {"version": "2", "collection": "notes", "create": [{"name": "b_1", "keys": {"b": 1}, "unique": true}],
              "drop": ["a_1"]}]""";

    private static final MakeupTimes TIMES = new MakeupTimes(
            Duration.ofMillis(600), Duration.ofMillis(1_200), Duration.ofMillis(200), Duration.ofMillis(50));

    /** More than the lease, and more than four times what a connection of these tests waits for an answer. */
    private static final Duration HOLD = Duration.ofMillis(2_500);

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);

    /** Builds block their threads, of which the common pool of a small machine has one. */
    private final ExecutorService instances = Executors.newCachedThreadPool();

    private CommandProxy proxy;
    private MongoConnection connection;

    @BeforeEach
    void connect() throws IOException {
        DATABASE.collection("notes").drop();
        DATABASE.collection("aura-version-control").drop();
        proxy = DATABASE.commandProxy();
        connection = DATABASE.connect(proxy, "");
    }

    @AfterEach
    void close() throws IOException {
        release.countDown();
        instances.shutdownNow();
        connection.close();
        proxy.close();
    }

    @Test
    void run_buildLongerThanAllTimes_waitsTellsAndSucceeds() throws Exception {
        holdBuildOf("b_1");
        CompletableFuture<MakeupOutcome> outcome = run(DEFINITION);
        TimeUnit.MILLISECONDS.sleep(HOLD.toMillis());
        assertThat(outcome).isNotDone();
        assertThat(leaseEnd()).isAfter(CLOCK.instant());
        assertThat(told).anyMatch(line -> line.matches("the index notes\\.b_1 is being built, for 2 s so far"));
        release.countDown();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of("1", "2")));
        assertThat(told).anyMatch(line -> line.matches("the index notes\\.b_1 is built, after \\d s"));
        assertThat(proxy.commands("createIndexes"))
                .noneMatch(command -> command.containsKey("maxTimeMS"))
                .isNotEmpty();
    }

    @Test
    void run_slowBuild_anotherInstanceSaysWhoBuildsWhatAndServesThenWithoutAChange() throws Exception {
        holdBuildOf("b_1");
        CompletableFuture<MakeupOutcome> outcome = run(DEFINITION);
        Eventually.holds("it builds", () -> told.stream().anyMatch(line -> line.contains("b_1 is being built")));
        Queue<String> toldElsewhere = new ConcurrentLinkedQueue<>();
        CompletableFuture<MakeupOutcome> other = CompletableFuture.supplyAsync(
                () -> makeup(DATABASE.connection(), DEFINITION, toldElsewhere).run(), instances);
        Eventually.holds(
                "it says so",
                () -> toldElsewhere.stream()
                        .anyMatch(line ->
                                line.matches("the indexes are being made by 1@here since .+Z, now notes\\.b_1")));
        assertThat(other).isNotDone();
        release.countDown();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of("1", "2")));
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of()));
    }

    @Test
    void run_indexesInTheWay_standUntilTheirReplacementIsWhole() throws Exception {
        index("b_1", new Document("other", 1), new IndexOptions());
        index("old", new Document("b", 1), new IndexOptions());
        index("a_1", new Document("a", 1), new IndexOptions());
        holdBuildOf("b_1_2");
        CompletableFuture<MakeupOutcome> outcome = run(DEFINITION);
        Eventually.holds("it builds", () -> told.stream().anyMatch(line -> line.contains("b_1_2 is being built")));
        assertThat(names()).containsExactlyInAnyOrder("_id_", "b_1", "old", "a_1");
        release.countDown();
        outcome.get(10, TimeUnit.SECONDS);
        assertThat(names()).containsExactlyInAnyOrder("_id_", "b_1_2");
        assertThat(told).contains("the index old is dropped: its replacement is whole");
        assertThat(run(DEFINITION).get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of()));
    }

    @Test
    void run_replacementHasDuplicates_leavesTheOldIndex() throws Exception {
        index("b_1", new Document("b", 1), new IndexOptions());
        DATABASE.collection("notes").insertMany(List.of(new Document("b", 1), new Document("b", 1)));
        assertThat(run(DEFINITION).get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Duplicates("notes.b_1"));
        assertThat(names()).contains("b_1").doesNotContain("b_1_2");
    }

    @Test
    void run_laterVersionDropsWhatHadToGetAnotherName_dropsIt() throws Exception {
        index("b_1", new Document("other", 1), new IndexOptions());
        run(DEFINITION).get(10, TimeUnit.SECONDS);
        assertThat(names()).contains("b_1_2");
        String third =
                DEFINITION.replaceFirst("]$", ",{\"version\": \"3\", \"collection\": \"notes\", \"drop\": [\"b_1\"]}]");
        assertThat(run(third).get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of("3")));
        assertThat(names()).containsExactly("_id_");
    }

    @Test
    void run_connectionLostDuringTheBuild_waitsForTheSameBuild() throws Exception {
        holdBuildOf("b_1");
        CompletableFuture<MakeupOutcome> outcome = run(DEFINITION);
        Eventually.holds("it builds", () -> told.stream().anyMatch(line -> line.contains("b_1 is being built")));
        proxy.cut();
        Eventually.holds("it says so", () -> told.stream().anyMatch("the indexes wait: mongo is unavailable"::equals));
        assertThat(outcome).isNotDone();
        release.countDown();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of("1", "2")));
    }

    @Test
    void run_leaseLeftBehind_asksForEveryListedIndexAgainSinceItMayBeUnderWay() throws Exception {
        run(DEFINITION).get(10, TimeUnit.SECONDS);
        int before = proxy.commands("createIndexes").size();
        run(DEFINITION).get(10, TimeUnit.SECONDS);
        assertThat(proxy.commands("createIndexes")).hasSize(before);
        DATABASE.collection("aura-version-control")
                .insertOne(new Document("_id", "aura-authentication-mongodb-indexes.lease")
                        .append("owner", "one that was killed")
                        .append("until", Date.from(Instant.EPOCH)));
        assertThat(run(DEFINITION).get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of()));
        assertThat(proxy.commands("createIndexes")).hasSize(before + 1);
    }

    @Test
    void run_serverHoldsNoTwoIndexesOnTheSameKeys_dropsFirstAndSaysSo() throws Exception {
        index("old", new Document("b", 1), new IndexOptions());
        proxy.judge(command -> isBuildOf(command, "b_1") && names().contains("old")
                ? Optional.of(CommandProxy.refusal(85, "IndexOptionsConflict"))
                : Optional.empty());
        assertThat(run(DEFINITION).get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of("1", "2")));
        assertThat(names()).containsExactlyInAnyOrder("_id_", "b_1");
        assertThat(told)
                .contains("this MongoDB holds no two indexes on the same keys: old is dropped before the build of b_1");
    }

    @Test
    void run_listedIndexIsAnotherOneToTheServer_isTakenAsItIs() throws Exception {
        index("b_1", new Document("b", 1), new IndexOptions().unique(true));
        proxy.judge(command -> isBuildOf(command, "b_1")
                ? Optional.of(CommandProxy.refusal(85, "IndexOptionsConflict"))
                : Optional.empty());
        assertThat(run(DEFINITION).get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of("1", "2")));
        assertThat(names()).containsExactlyInAnyOrder("_id_", "b_1");
    }

    @Test
    void run_onlyTheTimeDiffers_isChangedWithoutABuild() throws Exception {
        index("t_1", new Document("t", 1), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
        proxy.judge(command -> CommandProxy.nameOf(command).equals("collMod")
                ? Optional.of(changed(command.get("index", Document.class)))
                : Optional.empty());
        String definition = """
                [{"version": "1", "collection": "notes",
                  "create": [{"name": "t_1", "keys": {"t": 1}, "expireAfterSeconds": 30}]}]""";
        assertThat(run(definition).get(10, TimeUnit.SECONDS)).isEqualTo(new MakeupOutcome.Done(List.of("1")));
        assertThat(names()).containsExactlyInAnyOrder("_id_", "t_1");
        assertThat(told).containsExactly("the index t_1 has another expireAfterSeconds now");
    }

    @Test
    void run_serverTellsHowFarItIs_tellsThat() throws Exception {
        String build = "Index Build: scanning collection Index Build: scanning collection: 13/25 52%";
        Document operation = new Document(
                        "ns", DATABASE.collection("notes").getNamespace().getFullName())
                .append("msg", build)
                .append("progress", new Document("done", 13L).append("total", 25L));
        holdBuildOf(
                "b_1",
                command -> CommandProxy.nameOf(command).equals("currentOp")
                        ? Optional.of(new Document("inprog", List.of(operation)).append("ok", 1.0))
                        : Optional.empty());
        run(DEFINITION);
        Eventually.holds(
                "it tells",
                () -> told.stream()
                        .anyMatch(line -> line.startsWith(
                                "the index notes.b_1 is being built (scanning collection: 52 %), for")));
    }

    @Test
    void run_buildRefused_isToldByCodeAndNameAndNoVersionIsRecorded() {
        proxy.judge(command -> CommandProxy.nameOf(command).equals("createIndexes")
                ? Optional.of(CommandProxy.refusal(13, "Unauthorized"))
                : Optional.empty());
        assertThatThrownBy(() -> makeup(connection, DEFINITION, told).run())
                .isInstanceOf(Outage.Refused.class)
                .hasMessage("mongo refused createIndexes of notes.a_1: 13 Unauthorized");
        assertThat(DATABASE.stored("aura-version-control")).isEmpty();
    }

    @Test
    void run_interrupted_endsAndLeavesTheBuildToTheServer() throws Exception {
        holdBuildOf("a_1");
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                makeup(connection, DEFINITION, told).run();
            } catch (Outage outage) {
                end.complete(outage);
            }
        });
        thread.start();
        Eventually.holds("it builds", () -> told.stream().anyMatch(line -> line.contains("a_1 is being built")));
        thread.interrupt();
        assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(Outage.Unavailable.class);
    }

    private CompletableFuture<MakeupOutcome> run(String definition) {
        return CompletableFuture.supplyAsync(
                () -> makeup(connection, definition, told).run(), instances);
    }

    private static MongoIndexMakeup makeup(MongoConnection connection, String definition, Queue<String> told) {
        return new MongoIndexMakeup(
                connection, IndexDefinition.parse(definition), CLOCK, RANDOM, "1@here", told::add, TIMES);
    }

    private void holdBuildOf(String name) {
        holdBuildOf(name, command -> Optional.empty());
    }

    private void holdBuildOf(String name, java.util.function.Function<Document, Optional<Document>> rest) {
        proxy.judge(command -> {
            if (isBuildOf(command, name)) {
                await(release);
            }
            return rest.apply(command);
        });
    }

    private static boolean isBuildOf(Document command, String name) {
        return CommandProxy.nameOf(command).equals("createIndexes")
                && command.getList("indexes", Document.class).stream()
                        .anyMatch(index -> name.equals(index.getString("name")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the server of these tests cannot do. */
    private static Document changed(Document index) {
        DATABASE.collection("notes").dropIndex("t_1");
        index(
                "t_1",
                new Document("t", 1),
                new IndexOptions()
                        .expireAfter(((Number) index.get("expireAfterSeconds")).longValue(), TimeUnit.SECONDS));
        return new Document("ok", 1.0);
    }

    private static void index(String name, Document keys, IndexOptions options) {
        DATABASE.collection("notes").createIndex(keys, options.name(name));
    }

    private static List<String> names() {
        return DATABASE.collection("notes")
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }

    private static Instant leaseEnd() {
        return DATABASE.stored("aura-version-control").stream()
                .filter(document -> document.containsKey("until"))
                .findFirst()
                .orElseThrow()
                .getDate("until")
                .toInstant();
    }
}
