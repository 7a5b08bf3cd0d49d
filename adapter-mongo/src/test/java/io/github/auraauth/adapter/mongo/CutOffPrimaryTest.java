package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.CLOCK;
import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static io.github.auraauth.adapter.mongo.TestDatabase.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.mongo.apikey.MongoApiKeyRegistry;
import io.github.auraauth.adapter.mongo.erasure.MongoErasedAuraIds;
import io.github.auraauth.adapter.mongo.erasure.MongoErasureJournal;
import io.github.auraauth.adapter.mongo.invalidation.MongoInvalidationLog;
import io.github.auraauth.adapter.mongo.provider.MongoSessionClients;
import io.github.auraauth.adapter.mongo.revocation.MongoRevocationLog;
import io.github.auraauth.adapter.mongo.terms.MongoTermsStore;
import io.github.auraauth.adapter.mongo.user.MongoOwnedUsers;
import io.github.auraauth.adapter.mongo.user.MongoUserDirectory;
import io.github.auraauth.adapter.mongo.user.MongoUserStore;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.testkit.apikey.SampleApiKeys;
import io.github.auraauth.testkit.user.SampleUsers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A primary that answers reads while no majority follows it any more: what it shows may be gone elsewhere. */
class CutOffPrimaryTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration POLL = Duration.ofSeconds(1);

    /** The connection's time stands still but for what a test adds. */
    private final Instant began = CLOCK.instant();

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final User user = SampleUsers.user("a", Instant.EPOCH);
    private ReplicaSetProxy replicaSet;
    private MongoConnection connection;

    @BeforeEach
    void connect() throws IOException {
        replicaSet = new ReplicaSetProxy(DATABASE.server());
        connection = open();
    }

    @AfterEach
    void close() throws IOException {
        replicaSet.join();
        connection.close();
        replicaSet.close();
    }

    @Test
    void read_primaryCutOff_isAnOutageThoughItAnswersReads() {
        MongoInvalidationLog log = new MongoInvalidationLog(connection);
        MongoRevocationLog revocations = new MongoRevocationLog(connection);
        log.publish(new ActiveSegment(new Segment("a writer", 0, List.of(1L)), 0, 1, Set.of(), Epoch.NONE), 0, soon());
        revocations.append(new Revocation(Revocation.Target.CONSUMER, "somebody", Instant.EPOCH), soon());
        assertThat(log.read(soon()).writers()).hasSize(1);
        assertThat(revocations.after(0, 10, soon())).hasSize(1);

        replicaSet.cutOff();
        assertReadsAreAnswered();
        assertOutageInTime(() -> log.read(within(POLL)));
        assertOutageInTime(() -> revocations.after(0, 10, within(POLL)));
        assertThat(replicaSet.held()).isPositive();

        replicaSet.join();
        assertThat(log.read(soon()).writers()).hasSize(1);
        assertThat(revocations.after(0, 10, soon())).hasSize(1);
    }

    @Test
    void find_primaryCutOff_isAnOutageOnceTheLastConfirmationIsASecondOld() {
        MongoUserStore users = new MongoUserStore(connection, TestDatabase.cipher(), TestDatabase.UNREADABLE, CLOCK);
        MongoTermsStore terms = new MongoTermsStore(connection, TestDatabase.UNREADABLE);
        users.insert(user, soon());
        new MongoInvalidationLog(connection).read(soon());
        replicaSet.cutOff();
        assertThat(users.find(user.auraId(), soon())).contains(user);
        ahead.set(Duration.ofSeconds(2));
        assertReadsAreAnswered();
        assertOutageInTime(() -> users.find(user.auraId(), within(POLL)));
        assertOutageInTime(() -> users.findByAuthorization(user.registration().authorizationId(), within(POLL)));
        assertOutageInTime(() -> users.findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, within(POLL)));
        assertOutageInTime(() -> terms.findAll(new TermsUserId("a"), within(POLL)));
        replicaSet.join();
        assertThat(users.find(user.auraId(), soon())).contains(user);
    }

    @Test
    void erasing_primaryCutOff_isAnOutageAndNeverAnAbsence() {
        UserDirectory directory =
                MongoUserDirectory.forErasure(connection, TestDatabase.cipher(), TestDatabase.UNREADABLE);
        MongoErasureJournal journal =
                new MongoErasureJournal(connection, TestDatabase.cipher(), TestDatabase.digest(), CLOCK);
        MongoErasedAuraIds erased = new MongoErasedAuraIds(connection);
        MongoOwnedUsers owned = new MongoOwnedUsers(connection);
        new MongoInvalidationLog(connection).read(soon());
        replicaSet.cutOff();
        ahead.set(Duration.ofSeconds(2));
        assertReadsAreAnswered();

        assertOutageInTime(
                () -> directory.findByAuthentication(user.registration().authentication(), within(POLL)));
        assertOutageInTime(() -> directory.findByUserId("a user", within(POLL)));
        assertOutageInTime(() -> journal.unfinished(within(POLL)));
        assertOutageInTime(() -> erased.erasedAt(new HashedAuraId("00".repeat(32)), within(POLL)));
        assertOutageInTime(() -> owned.remove(user.auraId(), new UserId("a user"), within(POLL)));
    }

    @Test
    void find_primaryCutOff_doesNotTakeAKeyOrAClientForUnknown() {
        MongoApiKeyRegistry keys = new MongoApiKeyRegistry(connection, Runnable::run, CLOCK);
        MongoSessionClients clients = new MongoSessionClients(connection, TestDatabase.UNREADABLE);
        new MongoInvalidationLog(connection).read(soon());
        replicaSet.cutOff();
        ahead.set(Duration.ofSeconds(2));
        assertReadsAreAnswered();

        assertOutageInTime(() -> keys.find(SampleApiKeys.fingerprint("a"), within(POLL)));
        assertOutageInTime(
                () -> clients.ofAccount(AccountId.parse(SampleApiKeys.id(1)).orElseThrow(), within(POLL)));
    }

    @Test
    void read_replicaSet_keepsOneDocumentAnInstanceUntilItEnds() {
        MongoInvalidationLog log = new MongoInvalidationLog(connection);
        try (MongoConnection other = open()) {
            for (int i = 0; i < 3; i++) {
                ahead.updateAndGet(Duration.ofSeconds(2)::plus);
                log.read(soon());
                new MongoRevocationLog(connection).after(0, 10, soon());
                new MongoRevocationLog(other).after(0, 10, soon());
            }
            assertThat(instances()).hasSize(2);
        }
        assertThat(instances()).hasSize(1);
        connection.close();
        assertThat(instances()).isEmpty();
        connection = open();
    }

    @Test
    void read_instanceThatWasKilled_isForgottenWhenItIsStale() {
        Instant now = CLOCK.instant();
        DATABASE.collection(StalePrimaryGuard.COLLECTION)
                .insertMany(List.of(
                        new Document("_id", "killed")
                                .append("at", Date.from(now.minus(StalePrimaryGuard.STALE.multipliedBy(2)))),
                        new Document("_id", "running").append("at", Date.from(now))));
        new MongoInvalidationLog(connection).read(soon());
        assertThat(instances()).extracting(each -> each.get("_id")).hasSize(2).contains("running");
    }

    @Test
    void read_singleServer_writesNothing() {
        new MongoInvalidationLog(DATABASE.connection()).read(soon());
        new MongoUserStore(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE, CLOCK)
                .find(user.auraId(), soon());
        assertThat(instances()).isEmpty();
    }

    private MongoConnection open() {
        return DATABASE.connect(replicaSet.uri(), () -> began.plus(ahead.get()));
    }

    private static List<Document> instances() {
        return DATABASE.stored(StalePrimaryGuard.COLLECTION);
    }

    private void assertReadsAreAnswered() {
        long found = connection.users().within(soon(), all -> all.countDocuments(new Document("none", 1)));
        assertThat(found).isZero();
    }

    private static void assertOutageInTime(ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(Outage.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(POLL.multipliedBy(5));
    }
}
