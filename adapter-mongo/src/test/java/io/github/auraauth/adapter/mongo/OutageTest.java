package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.CLOCK;
import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static io.github.auraauth.adapter.mongo.TestDatabase.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.mongo.erasure.MongoErasureJournal;
import io.github.auraauth.adapter.mongo.index.ExpiredDocumentSweep;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.invalidation.MongoInvalidationLog;
import io.github.auraauth.adapter.mongo.terms.MongoTermsDirectory;
import io.github.auraauth.adapter.mongo.terms.MongoTermsHistory;
import io.github.auraauth.adapter.mongo.terms.MongoTermsStore;
import io.github.auraauth.adapter.mongo.user.MongoOwnedUsers;
import io.github.auraauth.adapter.mongo.user.MongoSeedRecord;
import io.github.auraauth.adapter.mongo.user.MongoUserDirectory;
import io.github.auraauth.adapter.mongo.user.MongoUserStore;
import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.user.SampleUsers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that is gone or frozen: every call ends with its deadline in an outage, and all goes on when it is back. */
class OutageTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration TIME = Duration.ofMillis(500);
    private static final Duration MOST = Duration.ofMillis(1_500);

    private final User user = SampleUsers.user("a", Instant.EPOCH);
    private TcpProxy proxy;
    private MongoConnection connection;
    private MongoUserStore store;

    @BeforeEach
    void connect() throws IOException {
        proxy = DATABASE.proxy();
        connection = DATABASE.connect(proxy);
        store = new MongoUserStore(connection, TestDatabase.cipher(), TestDatabase.UNREADABLE, CLOCK);
        store.insert(user, soon());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        connection.close();
    }

    @Test
    void anyCall_serverFrozen_isAnOutageWithinTheDeadline() {
        proxy.freeze();
        assertOutagesInTime(calls());
    }

    @Test
    void anyCall_serverGone_isAnOutageWithinTheDeadline() throws IOException {
        proxy.cut();
        assertOutagesInTime(calls());
    }

    @Test
    void anyCall_deadlinePassed_isTimedOutWithoutACall() throws IOException {
        proxy.cut();
        calls().forEach((name, call) -> {
            long start = System.nanoTime();
            assertThatThrownBy(() -> call.accept(within(Duration.ZERO)))
                    .as(name)
                    .isInstanceOf(Outage.TimedOut.class)
                    .hasNoCause();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(name).isLessThan(TIME);
        });
    }

    @Test
    void find_serverFrozenUnderLoad_endsInTimeForAll() {
        proxy.freeze();
        Race.of(100, i -> {
            assertOutageInTime("find", deadline -> store.find(user.auraId(), deadline));
            return i;
        });
        proxy.thaw();
        awaitRecovery();
    }

    @Test
    void find_serverThawed_answersAgain() {
        proxy.freeze();
        assertOutageInTime("find", deadline -> store.find(user.auraId(), deadline));
        proxy.thaw();
        awaitRecovery();
    }

    @Test
    void find_serverBack_answersAgain() throws IOException {
        proxy.cut();
        assertOutageInTime("find", deadline -> store.find(user.auraId(), deadline));
        proxy.mend();
        awaitRecovery();
    }

    @Test
    void find_serverBackBeforeTheDeadline_answersWithinIt() throws IOException {
        proxy.cut();
        Thread mender = new Thread(() -> {
            Eventually.holds("a call waits", () -> !new MongoProbe(connection).answers(within(TIME)));
            try {
                proxy.mend();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        mender.start();
        assertThat(store.find(user.auraId(), soon())).contains(user);
    }

    @Test
    void find_connectionClosed_isUnavailable() {
        connection.close();
        assertThatThrownBy(() -> store.find(user.auraId(), soon())).isInstanceOf(Outage.Unavailable.class);
    }

    @Test
    void find_serverRefusesTheCall_isToldByCode() {
        GuardedCollection users = connection.users();
        assertThatThrownBy(() -> users.within(
                        soon(),
                        rows -> Optional.ofNullable(
                                rows.find(new org.bson.Document("$nonsense", 1)).first())))
                .isInstanceOf(Outage.Refused.class)
                .hasMessage("mongo refused the call: 2 BadValue");
    }

    private void awaitRecovery() {
        Eventually.holds("the store answers again", () -> {
            try {
                return store.find(user.auraId(), within(Duration.ofSeconds(1))).equals(Optional.of(user));
            } catch (Outage outage) {
                return false;
            }
        });
    }

    /** Four at a time: they only wait. */
    private static void assertOutagesInTime(Map<String, Consumer<Deadline>> calls) {
        List<String> names = List.copyOf(calls.keySet());
        for (int first = 0; first < names.size(); first += 4) {
            List<String> some = names.subList(first, Math.min(first + 4, names.size()));
            Race.of(some.size(), i -> {
                assertOutageInTime(some.get(i), calls.get(some.get(i)));
                return i;
            });
        }
    }

    private static void assertOutageInTime(String name, Consumer<Deadline> call) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> call.accept(within(TIME))).as(name).isInstanceOf(Outage.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(name).isLessThan(MOST);
    }

    private Map<String, Consumer<Deadline>> calls() {
        MongoUserDirectory directory =
                MongoUserDirectory.forOperators(connection, TestDatabase.cipher(), TestDatabase.UNREADABLE);
        MongoInvalidationLog log = new MongoInvalidationLog(connection);
        MongoErasureJournal journal =
                new MongoErasureJournal(connection, TestDatabase.cipher(), TestDatabase.digest(), CLOCK);
        ActiveSegment active = new ActiveSegment(new Segment("a writer", 0, List.of(1L)), 0, 1, Set.of(), Epoch.NONE);
        Erasure erasure = Erasure.of(new UUID(0, 1), new PhoneNumber("+12025550100"), Instant.EPOCH);
        MongoSeedRecord seed = new MongoSeedRecord(connection, CLOCK);
        Map<String, Consumer<Deadline>> calls = new LinkedHashMap<>();
        calls.put("insert", deadline -> store.insert(SampleUsers.user("b", Instant.EPOCH), deadline));
        calls.put("find", deadline -> store.find(user.auraId(), deadline));
        calls.put(
                "findByAuthorization",
                deadline -> store.findByAuthorization(user.registration().authorizationId(), deadline));
        calls.put("findNewest", deadline -> store.findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, deadline));
        calls.put("replace", deadline -> store.replace(user, user, deadline));
        calls.put("remove", deadline -> store.remove(user.auraId(), RemovalCondition.ALWAYS, deadline));
        calls.put(
                "removeOwn",
                deadline -> new MongoOwnedUsers(connection)
                        .remove(user.auraId(), user.registration().userId(), deadline));
        calls.put(
                "findByUserId",
                deadline -> directory.findByUserId(user.registration().userId().value(), deadline));
        calls.put("findRow", deadline -> store.findRow(user.auraId(), deadline));
        calls.put("removeRow", deadline -> directory.remove(UserRow.of("{\"_id\": 1}", user), deadline));
        calls.put("publish", deadline -> log.publish(active, 0, deadline));
        calls.put("seal", deadline -> log.seal(active.segment(), deadline));
        calls.put("read", log::read);
        calls.put("sealed", deadline -> log.sealed("a writer", 0, 1, deadline));
        calls.put("replaceEpoch", deadline -> log.replaceEpoch(Epoch.NONE, new Epoch("next"), deadline));
        calls.put("forgetSealed", deadline -> log.forgetSealed("a writer", 0, 1, deadline));
        calls.put("forgetWriter", deadline -> log.forgetWriter(active, deadline));
        calls.put("record", deadline -> journal.record(erasure, deadline));
        calls.put("unfinished", journal::unfinished);
        calls.put("finish", deadline -> journal.finish(erasure.id(), new ErasureCounts(1, 0), deadline));
        calls.put(
                "sweep",
                deadline -> new ExpiredDocumentSweep(connection, IndexDefinition.bundled(), CLOCK).sweep(deadline));
        calls.put("compare", deadline -> seed.compare("fingerprint", deadline));
        calls.put("accept", deadline -> seed.accept("fingerprint", deadline));
        calls.putAll(callsOnTerms());
        return calls;
    }

    private Map<String, Consumer<Deadline>> callsOnTerms() {
        MongoTermsStore terms = new MongoTermsStore(connection, TestDatabase.UNREADABLE);
        TermsUserId somebody = new TermsUserId("a");
        Terms aura = new Terms(new ServiceName("aura"), new TermsVersion("1"));
        TermsStamp stamp = new TermsCaller("correlator", 0).at(Instant.EPOCH);
        Acceptance record = Acceptance.created(somebody, aura, TermsStatus.ACCEPTED, stamp);
        return Map.of(
                "insert terms", deadline -> terms.insert(record, stamp, deadline),
                "change terms", deadline -> terms.change(somebody, aura, TermsStatus.ACCEPTED, stamp, deadline),
                "find terms", deadline -> terms.find(somebody, aura, deadline),
                "findAll terms", deadline -> terms.findAll(somebody, deadline),
                "removeAll terms", deadline -> terms.removeAll(somebody, stamp, deadline),
                "history",
                        deadline -> new MongoTermsHistory(connection, TestDatabase.UNREADABLE).find(somebody, deadline),
                "erase terms",
                        deadline ->
                                new MongoTermsHistory(connection, TestDatabase.UNREADABLE).erase(Set.of("a"), deadline),
                "visit",
                        deadline -> new MongoTermsDirectory(connection, TestDatabase.UNREADABLE)
                                .visit(aura.name(), each -> {}, deadline));
    }
}
