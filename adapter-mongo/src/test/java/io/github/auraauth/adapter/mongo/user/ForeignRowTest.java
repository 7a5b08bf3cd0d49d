package io.github.auraauth.adapter.mongo.user;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that another program wrote: read where they can be, in nobody's way where they cannot. */
class ForeignRowTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final PhoneNumber NUMBER = new PhoneNumber("+34600000001");
    private static final AuraId AURA_ID = new AuraId("fake-aura-a");
    private static final Object MISSING = new Object();

    private final SettableClock clock = SettableClock.startingNow();
    private final AtomicInteger met = new AtomicInteger();
    private final List<String> log = new ArrayList<>();
    private final UnreadableDocumentReporter unreadable =
            TestDatabase.reporter("user row", met::incrementAndGet, log::add);
    private final MongoUserStore store =
            new MongoUserStore(DATABASE.connection(), TestDatabase.cipher(), unreadable, clock);
    private final MongoUserDirectory directory =
            MongoUserDirectory.forErasure(DATABASE.connection(), TestDatabase.cipher(), unreadable);
    private final User user =
            SampleUsers.withAuthentication(SampleUsers.user("a", clock.instant()), Authentication.of(NUMBER));

    static Stream<Map.Entry<String, Object>> faults() {
        return Stream.of(
                Map.entry("channelId", MISSING),
                Map.entry("channelId", "fake-personal-text"),
                Map.entry("channelId", 42),
                Map.entry("userId", MISSING),
                Map.entry("userId", 42),
                Map.entry("userId", ""),
                Map.entry("auraGlobalId", MISSING),
                Map.entry("auraGlobalId", List.of("fake-personal-text")),
                Map.entry("authorizationId", "a\nb"),
                Map.entry("created", MISSING),
                Map.entry("created", "yesterday"),
                Map.entry("registeredAt", "fake-personal-text"),
                Map.entry("lastAccess", true),
                Map.entry("expiresAt", "never"),
                Map.entry("expiresAt", Double.NaN),
                Map.entry("expiresAt", List.of()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void find_rowThatIsNoUser_isAbsentAndYetFoundAndRemovedAsARow(Map.Entry<String, Object> fault) {
        insert(with(fault.getKey(), fault.getValue()));

        assertThat(store.find(AURA_ID, soon())).isEmpty();
        assertThat(store.findByAuthorization(user.registration().authorizationId(), soon()))
                .isEmpty();
        assertThat(store.findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, soon()))
                .isEmpty();
        assertThat(store.findRow(AURA_ID, soon()))
                .hasValueSatisfying(row -> assertThat(row.user()).isEmpty());
        List<UserRow> found = directory.findByAuthentication(Authentication.of(NUMBER), soon());
        assertThat(found)
                .singleElement()
                .satisfies(row -> assertThat(row.auraId()).contains(AURA_ID.value()));
        assertThat(directory.remove(found.get(0), soon())).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(DATABASE.users().countDocuments()).isZero();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void insert_identifierOfARowThatIsNoUser_saysSo(Map.Entry<String, Object> fault) {
        insert(with(fault.getKey(), fault.getValue()));

        User sameAuraId = SampleUsers.withAuthorization(user, "fake-other");
        User sameAuthorization = SampleUsers.withAuraId(user, "fake-other");
        assertThat(store.insert(sameAuraId, soon())).isEqualTo(InsertOutcome.TAKEN_BY_UNREADABLE);
        if (!fault.getKey().equals("authorizationId")) {
            assertThat(store.insert(sameAuthorization, soon())).isEqualTo(InsertOutcome.TAKEN_BY_UNREADABLE);
            User live = SampleUsers.user("b", clock.instant());
            store.insert(live, soon());
            User renewed = SampleUsers.withAuthorization(
                    live, user.registration().authorizationId().value());
            assertThat(store.replace(live, renewed, soon())).isEqualTo(ReplaceOutcome.TAKEN_BY_UNREADABLE);
        }
        assertThat(store.remove(AURA_ID, RemovalCondition.ALWAYS, soon())).isEqualTo(RemoveOutcome.REMOVED);
    }

    @Test
    void find_rowThatIsNoUser_isLoggedOnceWithoutValuesAndCountedEachTime() {
        Document row = with("channelId", "fake-personal-text");
        insert(row);

        for (int i = 0; i < 3; i++) {
            store.find(AURA_ID, soon());
        }
        directory.findByAuthentication(Authentication.of(NUMBER), soon());

        assertThat(met).hasValue(4);
        assertThat(log)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("channelId", row.getObjectId("_id").toHexString())
                        .doesNotContain("personal", "34600", "fake"));
    }

    @Test
    void find_rowWhoseIdIsAnothersChoice_isLoggedWithoutIt() {
        insert(with("channelId", MISSING).append("_id", "+34600000001"));

        store.find(AURA_ID, soon());

        assertThat(log).singleElement().satisfies(line -> assertThat(line).doesNotContain("34600"));
        List<UserRow> found = directory.findByAuthentication(Authentication.of(NUMBER), soon());
        assertThat(found.toString()).doesNotContain("34600");
        assertThat(directory.remove(found.get(0), soon())).isEqualTo(RemoveOutcome.REMOVED);
    }

    @Test
    void find_rowWithMoreFields_isAUser() {
        insert(with("shoeSize", 42).append("nested", new Document("channelId", 1)));

        assertThat(store.find(AURA_ID, soon())).contains(user);
    }

    static Stream<Object> auraIds() {
        return Stream.of("a/b", "..", "a\nb", "", 42, 42L, List.of("a", "b"), new Document("a", 1), MISSING);
    }

    @ParameterizedTest
    @MethodSource("auraIds")
    void directory_auraIdOfNoForm_findsAndRemovesTheRow(Object auraId) {
        insert(with("auraId", auraId));

        List<UserRow> found = directory.findByAuthentication(Authentication.of(NUMBER), soon());
        assertThat(found)
                .singleElement()
                .satisfies(row -> assertThat(row.user()).isEmpty());
        assertThat(directory.findByUserId("fake-user-a", soon())).isEqualTo(found);
        assertThat(Race.of(i -> directory.remove(found.get(0), soon()))).containsOnlyOnce(RemoveOutcome.REMOVED);
        assertThat(DATABASE.users().countDocuments()).isZero();
    }

    static Stream<Object> ids() {
        return Stream.of(
                "text", 1, 1L, 1.5, Date.from(Instant.EPOCH), new Document("a", 1), Decimal128.parse("1.0"), true);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void remove_rowWhoseIdHasAnyType_removesThatRow(Object id) {
        insert(with("channelId", MISSING).append("_id", id));
        insert(with("auraId", "b").append("authorizationId", "b"));

        UserRow row = directory.findByUserId("fake-user-a", soon()).stream()
                .filter(each -> each.user().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(directory.remove(row, soon())).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(DATABASE.stored(TestDatabase.USERS)).extracting("auraId").containsExactly("b");
    }

    @Test
    void directory_digitsWrittenAsNumbers_findsTheRows() {
        insert(with("userId", 42L).append("authenticationIdentifier", 34_600_000_001L));
        insert(with("userId", 42).append("auraId", "b").append("authorizationId", "b"));
        insert(with("userId", "42").append("auraId", "c").append("authorizationId", "c"));

        assertThat(directory.findByAuthentication(Authentication.of(NUMBER), soon()))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.userId()).contains("42"));
        assertThat(directory.findByUserId("42", soon())).hasSize(3);
        var owned = new MongoOwnedUsers(DATABASE.connection());
        assertThat(owned.remove(AURA_ID, new UserId("42"), soon())).isEqualTo(RemoveOutcome.REMOVED);
    }

    @Test
    void directory_numberWithoutAType_isFoundAndThatOfAnotherTypeIsNot() {
        insert(with("authenticationType", MISSING));
        insert(with("authenticationType", "uid").append("auraId", "b").append("authorizationId", "b"));

        assertThat(directory.findByAuthentication(Authentication.of(NUMBER), soon()))
                .singleElement()
                .satisfies(row -> assertThat(row.auraId()).contains(AURA_ID.value()));
    }

    static Stream<Object> pastEnds() {
        long past = Instant.parse("2020-01-02T03:04:05Z").toEpochMilli();
        return Stream.of(
                "2020-01-02T03:04:05Z",
                "2020-01-02T03:04:05.678Z",
                "2020-01-02T03:04:05+02:00",
                "2020-01-02T03:04:05",
                "2020-01-02",
                past,
                (double) past,
                new Decimal128(past),
                1_000_000,
                Date.from(Instant.ofEpochMilli(past)));
    }

    @ParameterizedTest
    @MethodSource("pastEnds")
    void find_expiredByAnyForm_isAbsentAndInNobodysWay(Object end) {
        insert(with("expiresAt", end));

        assertThat(store.find(AURA_ID, soon())).isEmpty();
        assertThat(store.findRow(AURA_ID, soon())).isEmpty();
        assertThat(store.findByAuthorization(user.registration().authorizationId(), soon()))
                .isEmpty();
        assertThat(store.findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, soon()))
                .isEmpty();
        assertThat(store.replace(user, user, soon())).isEqualTo(ReplaceOutcome.CHANGED_MEANWHILE);
        User another = SampleUsers.withAuraId(user, "fake-other");
        assertThat(store.insert(another, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertThat(DATABASE.users().countDocuments()).isEqualTo(1);
        assertThat(met).hasValue(0);
    }

    static Stream<Object> futureEnds() {
        Instant end = Instant.parse("2099-01-02T03:04:05Z");
        return Stream.of(
                "2099-01-02T03:04:05Z",
                "2099-01-02T05:04:05+02:00",
                end.toEpochMilli(),
                (double) end.toEpochMilli(),
                new Decimal128(end.toEpochMilli()));
    }

    @ParameterizedTest
    @MethodSource("futureEnds")
    void find_endsLaterByAnyForm_isAUserWhoCanBeRenewedAndExpires(Object end) {
        insert(with("expiresAt", end));
        User expected = SampleUsers.expiringAt(user, Instant.parse("2099-01-02T03:04:05Z"));

        assertThat(store.find(AURA_ID, soon())).contains(expected);
        assertThat(store.findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, soon()))
                .contains(expected);
        User renewed = SampleUsers.renewedAt(SampleUsers.withAuthorization(user, "fake-renewed"), clock.instant());
        assertThat(store.replace(expected, renewed, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        assertThat(store.find(AURA_ID, soon())).contains(renewed);
    }

    @ParameterizedTest
    @MethodSource("futureEnds")
    void find_endsLaterByAnyForm_isAbsentFromThatMomentOn(Object end) {
        insert(with("expiresAt", end));
        Instant last = Instant.parse("2099-01-02T03:04:05Z").minusMillis(1);
        clock.advance(Duration.between(clock.instant(), last));
        assertThat(store.find(AURA_ID, soon())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(store.find(AURA_ID, soon())).isEmpty();
    }

    @Test
    void replace_timesThatAreNoDates_replacesOnceAndOnlyWhatIsExpected() {
        insert(with("registeredAt", "2021-02-03T04:05:06.789Z").append("created", 1_612_325_106_789L));
        User expected = store.find(AURA_ID, soon()).orElseThrow();
        User renewed = SampleUsers.renewedAt(expected, clock.instant());

        assertThat(expected.registeredAt()).isEqualTo(Instant.parse("2021-02-03T04:05:06.789Z"));
        assertThat(store.replace(SampleUsers.withAuthorization(expected, "fake-other"), renewed, soon()))
                .isEqualTo(ReplaceOutcome.CHANGED_MEANWHILE);
        assertThat(Race.of(i -> store.replace(expected, renewed, soon())))
                .containsOnlyOnce(ReplaceOutcome.REPLACED)
                .contains(ReplaceOutcome.CHANGED_MEANWHILE);
    }

    @Test
    void findNewest_rowsOfEveryKind_givesTheLastRegisteredUser() {
        Instant now = clock.instant();
        insert(newest("date", Date.from(now.minusSeconds(30))));
        insert(newest("older", Date.from(now.minusSeconds(60))));
        assertNewest("date");
        insert(newest("text", now.minusSeconds(20).toString()));
        assertNewest("text");
        insert(newest("number", now.minusSeconds(10).toEpochMilli()));
        assertNewest("number");
        insert(newest("last", Date.from(now.minusSeconds(5))));
        assertNewest("last");
        insert(newest("unreadable", Date.from(now)).append("userId", List.of()));
        insert(newest("unreadable too", "soon"));
        insert(newest("expired", Date.from(now)).append("expiresAt", "2020-01-02"));
        assertNewest("last");
    }

    private void assertNewest(String auraId) {
        AuraGlobalId globalId = user.auraGlobalId();
        assertThat(store.findNewest(globalId, SampleUsers.CHANNEL, soon()).map(User::auraId))
                .isEqualTo(Optional.of(new AuraId(auraId)));
    }

    private Document newest(String auraId, Object registeredAt) {
        return with("registeredAt", registeredAt).append("auraId", auraId).append("authorizationId", auraId);
    }

    private static void insert(Document row) {
        DATABASE.users().insertOne(row);
    }

    /** The user's row with that value in one field. */
    private Document with(String field, Object value) {
        Document row = new UserDocumentMapper(TestDatabase.cipher(), unreadable).of(user);
        if (value == MISSING) {
            row.remove(field);
        } else {
            row.put(field, value);
        }
        return row;
    }
}
