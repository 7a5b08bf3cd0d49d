package io.github.auraauth.adapter.mongo.index;

import static io.github.auraauth.adapter.mongo.TestDatabase.CLOCK;
import static io.github.auraauth.adapter.mongo.TestDatabase.RANDOM;
import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexOptions;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions of indexes: each applied and recorded once, by one instance at a time. */
class MongoIndexMakeupTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String NAME = "aura-authentication-mongodb-indexes";
    private static final String ONE = """
            {"version": "1", "collection": "users", "create": [
              {"name": "auraId_1", "keys": {"auraId": 1}, "unique": true},
              {"name": "userId_1", "keys": {"userId": 1}}]}""";
    private static final String TWO = """
            {"version": "2", "collection": "users", "create": [
              {"name": "userId_1", "keys": {"userId": 1}, "sparse": true},
              {"name": "expiresAt_1", "keys": {"expiresAt": 1}, "expireAfterSeconds": 0}], "drop": ["userId_1"]}""";
    private static final String TEN = """
            {"version": 10, "collection": "notes", "create": [{"name": "at_-1", "keys": {"at": -1}}]}""";

    @BeforeEach
    void forgetEverything() {
        DATABASE.users().drop();
        DATABASE.collection("notes").drop();
        DATABASE.collection("aura-version-control").drop();
    }

    @Test
    void run_bundledDefinitionOnNothing_makesTheSpecifiedIndexesOfTheConfiguredCollection() {
        assertThat(run(IndexDefinition.bundled())).isEqualTo(new MakeupOutcome.Done(List.of("1", "2")));
        assertThat(indexes(TestDatabase.USERS))
                .extracting(IndexSpec::keys)
                .contains(
                        new Document("auraId", 1),
                        new Document("authorizationId", 1),
                        new Document("userId", 1),
                        new Document("expiresAt", 1),
                        new Document("auraGlobalId", 1).append("channelId", 1).append("registeredAt", 1),
                        new Document("authenticationType", 1).append("authenticationIdentifier", 1));
        assertThat(indexes(TestDatabase.USERS))
                .filteredOn(index -> index.options().containsKey("unique"))
                .extracting(IndexSpec::name)
                .containsExactlyInAnyOrder("auraId_1", "authorizationId_1");
        assertThat(indexes(TestDatabase.USERS))
                .filteredOn(index -> index.name().equals("expiresAt_1"))
                .extracting(IndexSpec::options)
                .containsExactly(java.util.Map.of("expireAfterSeconds", 0L));
    }

    @Test
    void run_versionsOneAfterTheOther_recordsEachOnceInOrder() {
        assertThat(run(definition(ONE))).isEqualTo(new MakeupOutcome.Done(List.of("1")));
        assertThat(run(definition(ONE))).isEqualTo(new MakeupOutcome.Done(List.of()));
        assertThat(run(definition(TEN, TWO, ONE))).isEqualTo(new MakeupOutcome.Done(List.of("2", "10")));
        assertThat(run(definition(TEN, TWO, ONE))).isEqualTo(new MakeupOutcome.Done(List.of()));
        Document record = record();
        assertThat(record.keySet()).containsExactlyInAnyOrder("_id", "name", "history", "timestamp", "version");
        assertThat(record)
                .containsEntry("name", "aura-authentication-mongodb-indexes")
                .containsEntry("version", "10");
        assertThat(record.get("timestamp")).isInstanceOf(Date.class);
        assertThat(history()).containsExactly("1", "2", "10");
        assertThat(names(TestDatabase.USERS))
                .containsExactlyInAnyOrder("_id_", "auraId_1", "userId_1_2", "expiresAt_1");
        assertThat(names("notes")).contains("at_-1");
        assertThat(indexes(TestDatabase.USERS))
                .filteredOn(index -> index.name().equals("userId_1_2"))
                .extracting(IndexSpec::options)
                .containsExactly(java.util.Map.of("sparse", true));
    }

    @Test
    void run_definitionOfTermsInTheSameDatabase_isRecordedBesideTheOther() {
        run(definition(ONE, TWO, TEN));
        DATABASE.collection("services").drop();
        assertThat(run(IndexDefinition.ofTerms())).isEqualTo(new MakeupOutcome.Done(List.of("1")));
        assertThat(run(IndexDefinition.ofTerms())).isEqualTo(new MakeupOutcome.Done(List.of()));
        assertThat(run(definition(ONE, TWO, TEN))).isEqualTo(new MakeupOutcome.Done(List.of()));
        assertThat(DATABASE.stored("aura-version-control"))
                .extracting(record -> record.getString("name") + ' ' + record.getString("version"))
                .containsExactlyInAnyOrder(NAME + " 10", "aura-terms-mongodb-indexes 1");
        assertThat(indexes("services"))
                .filteredOn(index -> index.options().containsKey("unique"))
                .extracting(IndexSpec::keys)
                .containsExactly(new Document("user_id", 1).append("name", 1).append("version", 1));
    }

    @Test
    void run_eightAtOnce_appliesAndRecordsEachVersionOnce() {
        IndexDefinition definition = definition(ONE, TWO, TEN);
        List<MakeupOutcome> outcomes = Race.of(8, i -> {
            try (MongoConnection connection = DATABASE.connect()) {
                return new MongoIndexMakeup(connection, definition, CLOCK, RANDOM, "1@here", told -> {}).run();
            }
        });
        assertThat(outcomes).containsOnlyOnce(new MakeupOutcome.Done(List.of("1", "2", "10")));
        assertThat(outcomes.stream().filter(new MakeupOutcome.Done(List.of())::equals))
                .hasSize(7);
        assertThat(history()).containsExactly("1", "2", "10");
        assertThat(names(TestDatabase.USERS))
                .containsExactlyInAnyOrder("_id_", "auraId_1", "userId_1_2", "expiresAt_1");
        assertThat(DATABASE.stored("aura-version-control")).hasSize(1);
    }

    @Test
    void run_schemaNewerThanDefinition_isReportedAndNothingChanged() {
        run(definition(ONE, TEN));
        MakeupOutcome outcome = run(definition(ONE, TWO));
        assertThat(outcome).isEqualTo(new MakeupOutcome.SchemaNewer("10", "2"));
        assertThat(outcome.<String>fold(done -> "done", (stored, known) -> stored + ">" + known, index -> index))
                .isEqualTo("10>2");
        assertThat(history()).containsExactly("1", "10");
        assertThat(names(TestDatabase.USERS)).containsExactlyInAnyOrder("_id_", "auraId_1", "userId_1");
    }

    @Test
    void run_indexLost_isMadeAnewWithoutARecord() {
        run(definition(ONE));
        DATABASE.users().dropIndex("auraId_1");
        assertThat(run(definition(ONE))).isEqualTo(new MakeupOutcome.Done(List.of()));
        assertThat(names(TestDatabase.USERS)).contains("auraId_1");
        assertThat(history()).containsExactly("1");
    }

    @Test
    void run_sameIndexUnderAnotherName_isLeftAlone() {
        DATABASE.users()
                .createIndex(
                        new Document("auraId", 1),
                        new IndexOptions().name("legacy").unique(true));
        run(definition(ONE));
        assertThat(names(TestDatabase.USERS)).containsExactlyInAnyOrder("_id_", "legacy", "userId_1");
    }

    @Test
    void run_otherIndexInTheWay_isReplaced() {
        DATABASE.users().createIndex(new Document("auraId", 1), new IndexOptions().name("legacy"));
        DATABASE.users().createIndex(new Document("other", 1), new IndexOptions().name("userId_1"));
        run(definition(ONE));
        // the first was in the way of its keys, the second of its name
        assertThat(names(TestDatabase.USERS)).containsExactlyInAnyOrder("_id_", "auraId_1", "userId_1_2");
        assertThat(indexes(TestDatabase.USERS)).extracting(IndexSpec::keys).contains(new Document("userId", 1));
    }

    @Test
    void run_rowsShareAValue_isReportedAndNotRecorded() {
        DATABASE.users().insertMany(List.of(new Document("auraId", "a"), new Document("auraId", "a")));
        assertThat(run(definition(ONE))).isEqualTo(new MakeupOutcome.Duplicates("users.auraId_1"));
        assertThat(DATABASE.stored("aura-version-control")).isEmpty();
    }

    @Test
    void run_leaseOfOneThatDied_isTakenOverOnceItsTimeIsOver() {
        SettableClock clock = SettableClock.startingNow();
        lease(clock.instant().plusSeconds(60));
        clock.advance(Duration.ofSeconds(61));
        assertThat(new MongoIndexMakeup(DATABASE.connection(), definition(ONE), clock, RANDOM, "1@here", told -> {})
                        .run())
                .isEqualTo(new MakeupOutcome.Done(List.of("1")));
        assertThat(DATABASE.stored("aura-version-control")).hasSize(1);
    }

    @Test
    void lease_takenAwayMeanwhile_isNotRenewed() {
        MakeupLease mine = lease("me");
        assertThat(mine.isTaken(soon())).isTrue();
        assertThat(lease("other").isTaken(soon())).isFalse();
        mine.renew("users.auraId_1", soon());
        assertThat(lease("other").holder(soon()).orElseThrow()).matches("1@here since \\d{4}-.+Z, now users.auraId_1");
        DATABASE.collection("aura-version-control").deleteMany(new Document());
        lease(CLOCK.instant().plusSeconds(60));
        assertThatThrownBy(() -> mine.renew("users.auraId_1", soon())).isInstanceOf(Outage.Contended.class);
        mine.giveBack(soon());
        assertThat(DATABASE.stored("aura-version-control")).hasSize(1);
        assertThat(mine.holder(soon())).contains("another instance");
    }

    @Test
    void parse_anythingElse_isRefused() {
        for (String text : List.of(
                "",
                "{}",
                "[]",
                "[1]",
                "[{}]",
                "[{\"version\":\"x\",\"collection\":\"users\"}]",
                "[{\"version\":\"1\"}]",
                "[{\"version\":\"1\",\"collection\":\"\"}]",
                "[{\"version\":\"1\",\"collection\":\"users\",\"create\":[{\"name\":\"a\"}]}]",
                "[{\"version\":\"1\",\"collection\":\"users\",\"create\":[{\"keys\":{\"a\":1}}]}]",
                "[{\"version\":\"1\",\"collection\":\"users\",\"create\":{}}]",
                "[{\"version\":\"1\",\"collection\":\"users\",\"drop\":[1]}]",
                "[{\"version\":\"1\",\"collection\":\"users\"}")) {
            assertThatThrownBy(() -> IndexDefinition.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not a definition of indexes");
        }
    }

    @Test
    void version_compared_countsByNumbers() {
        assertThat(new SchemaVersion("10")).isGreaterThan(new SchemaVersion("9.4.0"));
        assertThat(new SchemaVersion("9.10")).isGreaterThan(new SchemaVersion("9.9.1"));
        assertThat(new SchemaVersion("1.0"))
                .isEqualTo(new SchemaVersion("1"))
                .hasSameHashCodeAs(new SchemaVersion("1"));
    }

    private static MakeupOutcome run(IndexDefinition definition) {
        return new MongoIndexMakeup(DATABASE.connection(), definition, CLOCK, RANDOM, "1@here", told -> {}).run();
    }

    private static IndexDefinition definition(String... members) {
        return IndexDefinition.parse("[" + String.join(",", members) + "]");
    }

    private static MakeupLease lease(String owner) {
        return new MakeupLease(DATABASE.connection(), CLOCK, Duration.ofSeconds(60), NAME, "1@here", owner);
    }

    private static void lease(java.time.Instant until) {
        DATABASE.collection("aura-version-control")
                .insertOne(new Document("_id", "aura-authentication-mongodb-indexes.lease")
                        .append("owner", "somebody")
                        .append("until", Date.from(until)));
    }

    private static Document record() {
        return DATABASE.stored("aura-version-control").get(0);
    }

    private static List<String> history() {
        return record().getList("history", Document.class).stream()
                .map(entry -> entry.getString("version"))
                .toList();
    }

    private static List<IndexSpec> indexes(String collection) {
        return IndexSpec.ofServer(DATABASE.collection(collection).listIndexes().into(new ArrayList<>()));
    }

    private static List<String> names(String collection) {
        return indexes(collection).stream().map(IndexSpec::name).toList();
    }
}
