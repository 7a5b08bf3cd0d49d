package io.github.auraauth.adapter.mongo.terms;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.terms.TermsStore.InsertOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What really lies in the collection, and what the original service left there. */
class StoredTermsDocumentTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00.123Z");
    private static final TermsUserId ANNE = new TermsUserId("fake-anne");
    private static final Terms AURA = new Terms(new ServiceName("aura"), new TermsVersion("1"));
    private static final TermsStamp STAMP = new TermsCaller("a-correlator", 2).at(NOON);

    private final AtomicInteger met = new AtomicInteger();
    private final List<String> log = new ArrayList<>();
    private final UnreadableDocumentReporter reporter =
            TestDatabase.reporter("terms record", met::incrementAndGet, log::add);
    private final MongoTermsStore store = new MongoTermsStore(DATABASE.connection(), reporter);
    private final MongoTermsHistory history = new MongoTermsHistory(DATABASE.connection(), reporter);
    private final MongoTermsDirectory directory = new MongoTermsDirectory(DATABASE.connection(), reporter);

    @Test
    void insert_record_liesUnderTheOriginalsNamesWithItsHistory() {
        store.insert(record(TermsStatus.ACCEPTED), STAMP, soon());
        Document stored = DATABASE.stored("services").get(0);
        stored.remove("_id");
        assertThat(stored)
                .isEqualTo(original("accepted")
                        .append(
                                "history",
                                List.of(new Document("what", "created")
                                        .append("status", "accepted")
                                        .append("at", Date.from(NOON))
                                        .append("correlator", "a-correlator")
                                        .append("key", 2))));
    }

    @Test
    void removeAll_record_leavesItsKeyAndItsHistoryOnly() {
        store.insert(record(TermsStatus.ACCEPTED), STAMP, soon());
        store.removeAll(ANNE, STAMP, soon());
        Document stored = DATABASE.stored("services").get(0);
        assertThat(stored).containsOnlyKeys("_id", "user_id", "name", "version", "history");
        assertThat(stored.getList("history", Document.class))
                .last()
                .isEqualTo(new Document("what", "deleted")
                        .append("at", Date.from(NOON))
                        .append("correlator", "a-correlator")
                        .append("key", 2));
    }

    @Test
    void anyCall_documentOfTheOriginal_isARecordWithoutAHistory() {
        DATABASE.collection("services").insertOne(original("pending").append("__v", 0));
        assertThat(store.findAll(ANNE, soon())).containsExactly(record(new TermsStatus("pending")));
        assertThat(history.find(ANNE, soon())).isEmpty();
        assertThat(store.insert(record(TermsStatus.ACCEPTED), STAMP, soon())).isEqualTo(InsertOutcome.PRESENT);
        assertThat(store.change(ANNE, AURA, TermsStatus.ACCEPTED, STAMP, soon()))
                .isEqualTo(ChangeOutcome.CHANGED);
        assertThat(store.find(ANNE, AURA, soon())).contains(record(TermsStatus.ACCEPTED));
        assertThat(history.find(ANNE, soon())).hasSize(1);
    }

    @Test
    void find_documentOfNobody_isUnavailableAndNamesTheField() {
        Document broken = original("accepted");
        broken.remove("created_at");
        DATABASE.collection("services").insertOne(broken);
        assertThatThrownBy(() -> store.find(ANNE, AURA, soon()))
                .isInstanceOf(Outage.Unavailable.class)
                .cause()
                .hasMessageContaining("created_at");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void anyCall_unreadableRecordBesideOthers_isLeftOutAndReportedWithoutItsValues(Document broken, String field) {
        store.insert(record(TermsStatus.ACCEPTED), STAMP, soon());
        DATABASE.collection("services").insertOne(broken);
        String id = broken.getObjectId("_id").toHexString();

        assertThat(store.findAll(ANNE, soon())).containsExactly(record(TermsStatus.ACCEPTED));
        assertThat(store.find(ANNE, AURA, soon())).isPresent();
        assertThat(history.find(ANNE, soon())).hasSize(1);
        assertThat(visited()).containsExactly(record(TermsStatus.ACCEPTED));

        assertThat(log)
                .containsExactly(
                        "the terms record " + id + " holds no readable " + field + " and is absent to callers");
        assertThat(met).hasPositiveValue();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void removeAllAndErase_unreadableRecord_removeItToo(Document broken) {
        DATABASE.collection("services").insertOne(broken);
        store.removeAll(ANNE, STAMP, soon());
        assertThat(DATABASE.stored("services"))
                .singleElement()
                .satisfies(left -> assertThat(left.keySet()).doesNotContain("status", "created_at"));
        assertThat(store.findAll(ANNE, soon())).isEmpty();
        assertThat(history.erase(Set.of(ANNE.value()), soon())).isEqualTo(1);
        assertThat(DATABASE.stored("services")).isEmpty();
    }

    @Test
    void history_unreadableEntry_isLeftOutAndReported() {
        store.insert(record(TermsStatus.ACCEPTED), STAMP, soon());
        store.removeAll(ANNE, STAMP, soon());
        DATABASE.collection("services")
                .updateOne(new Document(), new Document("$unset", new Document("history.0.key", "")));
        assertThat(history.find(ANNE, soon()))
                .extracting(TermsChange::action)
                .containsExactly(TermsChange.Action.DELETED);
        assertThat(log).singleElement().asString().contains("history");
    }

    @Test
    void find_unreadableRecord_isReportedToo() {
        DATABASE.collection("services").insertOne(original("accepted").append("created_at", "yesterday"));
        assertThatThrownBy(() -> store.find(ANNE, AURA, soon())).isInstanceOf(Outage.Unavailable.class);
        assertThat(log).singleElement().asString().contains("created_at").doesNotContain("yesterday");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(named("name .", original("accepted").append("name", ".")), "name"),
                arguments(named("name ..", original("accepted").append("name", "..")), "name"),
                arguments(named("version .", original("accepted").append("version", ".")), "version"),
                arguments(named("version ..", original("accepted").append("version", "..")), "version"),
                arguments(named("version latest", original("accepted").append("version", "latest")), "version"));
    }

    @Test
    void erase_userOfAFormThatIsRefusedToday_isErasedToo() {
        DATABASE.collection("services")
                .insertOne(new Document("user_id", "an odd id")
                        .append("name", "aura")
                        .append("version", "1"));
        assertThat(history.erase(Set.of("an odd id"), soon())).isEqualTo(1);
        assertThat(DATABASE.stored("services")).isEmpty();
    }

    private List<Acceptance> visited() {
        List<Acceptance> visited = new ArrayList<>();
        directory.visit(AURA.name(), visited::add, soon());
        return visited;
    }

    private static Acceptance record(TermsStatus status) {
        return new Acceptance(ANNE, AURA, status, NOON);
    }

    private static Document original(String status) {
        return new Document("user_id", "fake-anne")
                .append("name", "aura")
                .append("version", "1")
                .append("created_at", Date.from(NOON))
                .append("status", status);
    }
}
