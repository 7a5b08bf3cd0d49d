package io.github.auraauth.adapter.mongo.user;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore.AuthorizationTaken;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.SampleUsers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two processes that want one authorizationId. */
class UserRacesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Runnable NOTHING = () -> {};

    private final SettableClock clock = SettableClock.startingNow();
    private final AtomicInteger revived = new AtomicInteger();

    @Test
    void insert_hundredAtOnceFromTwoProcesses_leavesOneDocument() {
        try (MongoConnection other = DATABASE.connect()) {
            List<MongoUserStore> stores = List.of(store(DATABASE.connection()), store(other));
            List<InsertOutcome> outcomes = Race.of(100, i -> stores.get(i % 2).insert(wanting("racer-" + i), soon()));
            assertThat(outcomes).containsOnlyOnce(InsertOutcome.INSERTED);
            assertThat(outcomes.stream().filter(AuthorizationTaken.class::isInstance))
                    .hasSize(99);
            assertThat(DATABASE.users().countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void insert_hundredAtOnceInPlaceOfAnExpired_leavesOneNewDocument() {
        try (MongoConnection other = DATABASE.connect()) {
            List<MongoUserStore> stores = List.of(store(DATABASE.connection()), store(other));
            stores.get(0).insert(expiring(wanting("old")), soon());
            clock.advance(HOUR);
            List<InsertOutcome> outcomes = Race.of(100, i -> stores.get(i % 2).insert(wanting("racer-" + i), soon()));
            assertThat(outcomes).containsOnlyOnce(InsertOutcome.INSERTED);
            assertThat(DATABASE.stored(TestDatabase.USERS))
                    .singleElement()
                    .extracting(row -> row.getString("auraId"))
                    .asString()
                    .contains("racer");
        }
    }

    @Test
    void insert_bothKeysHeldByExpired_takesBothPlacesOnceTheAuraIdIsFree() {
        MongoUserStore store = store(DATABASE.connection());
        store.insert(expiring(SampleUsers.withAuraId(user("a"), "fake-wanted")), soon());
        store.insert(expiring(wanting("b")), soon());
        clock.advance(HOUR);
        User user = SampleUsers.withAuraId(wanting("c"), "fake-wanted");
        assertThat(store.insert(user, soon())).isEqualTo(InsertOutcome.AURA_ID_EXPIRED);
        store.remove(user.auraId(), RemovalCondition.IF_EXPIRED, soon());
        assertThat(store.insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertThat(DATABASE.users().countDocuments()).isEqualTo(1);
    }

    @Test
    void insert_expiredRowComesBackAgainAndAgain_isContended() {
        MongoUserStore reviving = storeWith(aroundDelete(() -> {}, this::revive));
        revive();
        assertThatThrownBy(() -> reviving.insert(wanting("new"), soon())).isInstanceOf(Outage.Contended.class);
        assertThat(revived).hasValue(5);
        assertThat(DATABASE.users().countDocuments()).isEqualTo(1);
    }

    @Test
    void replace_expiredRowComesBackAgainAndAgain_isContended() {
        User user = user("mine");
        store(DATABASE.connection()).insert(user, soon());
        MongoUserStore reviving = storeWith(aroundDelete(() -> {}, this::revive));
        revive();
        User renewed = SampleUsers.withAuthorization(user, "fake-wanted");
        assertThatThrownBy(() -> reviving.replace(user, renewed, soon())).isInstanceOf(Outage.Contended.class);
        assertThat(store(DATABASE.connection()).find(user.auraId(), soon())).contains(user);
    }

    @Test
    void insert_holderRenewedBeforeItWasDeleted_isTakenAndTheHolderStays() {
        revive();
        Document noEnd = new Document("$unset", new Document("expiresAt", ""));
        MongoUserStore late =
                storeWith(aroundDelete(() -> DATABASE.users().updateMany(new Document(), noEnd), () -> {}));
        assertThat(late.insert(wanting("new"), soon())).isInstanceOf(AuthorizationTaken.class);
        assertThat(DATABASE.stored(TestDatabase.USERS))
                .singleElement()
                .extracting(row -> row.getString("auraId"))
                .isEqualTo(wanting("old").auraId().value());
    }

    @Test
    void replace_hundredToOneAuthorizationOfAnExpired_hasOneWinner() {
        MongoUserStore store = store(DATABASE.connection());
        store.insert(expiring(wanting("old")), soon());
        List<User> users =
                IntStream.range(0, 100).mapToObj(i -> user("racer-" + i)).toList();
        users.forEach(user -> store.insert(user, soon()));
        clock.advance(HOUR);
        List<ReplaceOutcome> outcomes = Race.of(
                100,
                i -> store.replace(users.get(i), SampleUsers.withAuthorization(users.get(i), "fake-wanted"), soon()));
        assertThat(outcomes).containsOnlyOnce(ReplaceOutcome.REPLACED);
        assertThat(DATABASE.users().countDocuments()).isEqualTo(100);
    }

    private MongoUserStore store(MongoConnection connection) {
        return new MongoUserStore(connection, TestDatabase.cipher(), TestDatabase.UNREADABLE, clock);
    }

    private MongoUserStore storeWith(MongoCollection<Document> users) {
        return new MongoUserStore(
                TestDatabase.guarded(users, clock), TestDatabase.cipher(), TestDatabase.UNREADABLE, clock);
    }

    private User user(String name) {
        return SampleUsers.user(name, clock.instant());
    }

    private User wanting(String name) {
        return SampleUsers.withAuthorization(user(name), "fake-wanted");
    }

    private User expiring(User user) {
        return SampleUsers.expiringAt(user, clock.instant().plus(HOUR));
    }

    /** Puts a row there that has expired this moment. */
    private void revive() {
        revived.incrementAndGet();
        User expired = SampleUsers.expiringAt(wanting("old"), clock.instant());
        DATABASE.users().insertOne(new UserDocumentMapper(TestDatabase.cipher(), TestDatabase.UNREADABLE).of(expired));
    }

    /** The users' collection, with others at work just before and just after each deletion. */
    @SuppressWarnings("unchecked")
    private static MongoCollection<Document> aroundDelete(Runnable before, Runnable after) {
        return (MongoCollection<Document>) around(DATABASE.users(), before, after);
    }

    private static Object around(Object collection, Runnable before, Runnable after) {
        return Proxy.newProxyInstance(
                UserRacesTest.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (proxy, method, arguments) -> {
                    boolean deletes = method.getName().equals("deleteOne");
                    (deletes ? before : NOTHING).run();
                    Object result = call(method, collection, arguments);
                    (deletes ? after : NOTHING).run();
                    return result instanceof MongoCollection ? around(result, before, after) : result;
                });
    }

    private static Object call(Method method, Object collection, Object[] arguments) throws Throwable {
        try {
            return method.invoke(collection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
