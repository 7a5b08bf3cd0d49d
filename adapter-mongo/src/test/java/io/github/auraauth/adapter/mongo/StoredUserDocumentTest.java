package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import io.github.auraauth.testkit.SampleUsers;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a user is stored, and how rows of the original service are read. */
class StoredUserDocumentTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String CHANNEL = "0F8FAD5B-D9CB-469F-A165-70867728950E";
    private static final Date CREATED = Date.from(Instant.parse("2021-02-03T04:05:06.789Z"));
    private static final Date LATER = Date.from(Instant.parse("2022-02-03T04:05:06.789Z"));

    private final AtRestCipher cipher = TestDatabase.cipher();
    private final MongoUserStore store =
            new MongoUserStore(DATABASE.connection(), cipher, TestDatabase.UNREADABLE, TestDatabase.CLOCK);

    @Test
    void insert_wholeUser_isStoredInTheSpecifiedFields() {
        Instant now = Instant.parse("2031-02-03T04:05:06.789Z");
        Instant end = Instant.parse("2099-02-03T04:05:06.789Z");
        User user = SampleUsers.expiringAt(
                SampleUsers.withHint(SampleUsers.user("a", now), Secret.ofText("fake-token")), end);
        store.insert(user, soon());
        Document row = DATABASE.users().find().first();
        assertThat(row.keySet())
                .containsExactlyInAnyOrder(
                        "_id",
                        "auraId",
                        "authorizationId",
                        "auraGlobalId",
                        "channelId",
                        "userId",
                        "authenticationType",
                        "authenticationIdentifier",
                        "idTokenHint",
                        "created",
                        "registeredAt",
                        "lastAccess",
                        "expiresAt");
        assertThat(row.get("_id")).isInstanceOf(ObjectId.class);
        assertThat(row)
                .containsEntry("auraId", user.auraId().value())
                .containsEntry(
                        "authorizationId", user.registration().authorizationId().value())
                .containsEntry("auraGlobalId", user.auraGlobalId().text())
                .containsEntry("channelId", user.registration().channelId().text())
                .containsEntry("userId", user.registration().userId().value())
                .containsEntry("authenticationType", "email")
                .containsEntry(
                        "authenticationIdentifier",
                        user.registration().authentication().identifier())
                .containsEntry("created", Date.from(now))
                .containsEntry("registeredAt", Date.from(now))
                .containsEntry("lastAccess", Date.from(now))
                .containsEntry("expiresAt", Date.from(end));
    }

    @Test
    void insert_idTokenHint_liesEncipheredAtItsPlace() {
        User user = SampleUsers.withHint(SampleUsers.user("a", Instant.EPOCH), Secret.ofText("fake-token"));
        store.insert(user, soon());
        String stored = DATABASE.users().find().first().getString("idTokenHint");
        assertThat(stored).matches("aux1_[0-9a-f]{8}_[0-9a-f]{76}");
        String place = "users/idTokenHint/" + user.auraId().value();
        assertThat(cipher.open(stored, place)).contains(Secret.ofText("fake-token"));
    }

    @Test
    void find_hintOfAnotherRow_isNotTaken() {
        User victim = SampleUsers.withHint(SampleUsers.user("a", Instant.EPOCH), Secret.ofText("fake-token"));
        User thief = SampleUsers.user("b", Instant.EPOCH);
        store.insert(victim, soon());
        store.insert(thief, soon());
        Document stolen = DATABASE.users()
                .find(new Document("auraId", victim.auraId().value()))
                .first();
        DATABASE.users()
                .updateOne(
                        new Document("auraId", thief.auraId().value()),
                        new Document("$set", new Document("idTokenHint", stolen.getString("idTokenHint"))));
        assertThat(read(thief.auraId()).registration().idTokenHint()).isEmpty();
    }

    @Test
    void find_hintOfAnOlderKey_isReadByEveryKeyOfTheList() {
        String oldKey = "0123456789abcdef0123456789abcdef";
        String newKey = "fedcba9876543210fedcba9876543210";
        User user = SampleUsers.withHint(SampleUsers.user("a", Instant.EPOCH), Secret.ofText("fake-token"));
        storeWith(TestDatabase.cipher(oldKey)).insert(user, soon());
        MongoUserStore rotated = storeWith(TestDatabase.cipher(newKey, oldKey));
        assertThat(rotated.find(user.auraId(), soon())).contains(user);
        rotated.replace(user, user, soon());
        assertThat(storeWith(TestDatabase.cipher(newKey)).find(user.auraId(), soon()))
                .contains(user);
        assertThat(storeWith(TestDatabase.cipher(oldKey)).find(user.auraId(), soon()))
                .contains(user.withoutIdTokenHint());
    }

    @Test
    void replace_user_keepsTheRowsIdAndNothingElse() {
        User user = SampleUsers.withHint(SampleUsers.user("a", Instant.EPOCH), Secret.ofText("fake-token"));
        store.insert(user, soon());
        DATABASE.users().updateMany(new Document(), new Document("$set", new Document("__v", 0)));
        Object id = DATABASE.users().find().first().get("_id");
        User renewed = SampleUsers.withRegistration(user, user.registration().withoutIdTokenHint());
        assertThat(store.replace(user, renewed, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        assertThat(DATABASE.users().find().first())
                .containsEntry("_id", id)
                .doesNotContainKeys("idTokenHint", "expiresAt", "__v");
    }

    @Test
    void find_legacyRow_isReadAsTheOriginalServiceMeantIt() {
        DATABASE.users().insertOne(legacy("old", CREATED));
        User user = read(new AuraId("old"));
        assertThat(user.created()).isEqualTo(CREATED.toInstant());
        assertThat(user.registeredAt()).isEqualTo(CREATED.toInstant());
        assertThat(user.lastAccess()).isEqualTo(CREATED.toInstant());
        assertThat(user.registration().channelId()).isEqualTo(channel());
        assertThat(user.registration().idTokenHint()).contains(Secret.ofText("fake-legacy-token"));
        assertThat(user.registration().authentication().type()).isEqualTo(AuthenticationType.UID);
        assertThat(store.findByAuthorization(new AuthorizationId("authorization-old"), soon()))
                .contains(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+34600000001", "34600000001", "0034600000001"})
    void findByAuthentication_legacySpellingOfANumber_findsTheRow(String stored) {
        DATABASE.users()
                .insertOne(legacy("old", CREATED)
                        .append("authenticationType", "phone_number")
                        .append("authenticationIdentifier", stored));
        MongoUserDirectory directory =
                MongoUserDirectory.forErasure(DATABASE.connection(), cipher, TestDatabase.UNREADABLE);

        assertThat(directory.findByAuthentication(Authentication.of(new PhoneNumber("+34600000001")), soon()))
                .extracting(UserRow::auraId)
                .containsExactly(Optional.of("old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4402079460018", "4402079460018", "004402079460018"})
    void findByAuthentication_numberStoredWithItsTrunkZero_findsTheRow(String stored) {
        DATABASE.users()
                .insertOne(legacy("old", CREATED)
                        .append("authenticationType", "phone_number")
                        .append("authenticationIdentifier", stored));
        MongoUserDirectory directory =
                MongoUserDirectory.forErasure(DATABASE.connection(), cipher, TestDatabase.UNREADABLE);
        PhoneNumber right = PhoneNumber.parse("+44 (0)20 7946 0018").orElseThrow();

        assertThat(directory.findByAuthentication(Authentication.of(right), soon()))
                .extracting(UserRow::auraId)
                .containsExactly(Optional.of("old"));
    }

    @Test
    void findByAuthentication_addressStoredDecomposed_findsTheRow() {
        DATABASE.users()
                .insertOne(legacy("old", CREATED)
                        .append("authenticationType", "email")
                        .append("authenticationIdentifier", "jose\u0301@example.org"));
        MongoUserDirectory directory =
                MongoUserDirectory.forErasure(DATABASE.connection(), cipher, TestDatabase.UNREADABLE);
        Authentication address = Authentication.parse(AuthenticationType.EMAIL, "jos\u00e9@Example.org")
                .orElseThrow();

        assertThat(directory.findByAuthentication(address, soon()))
                .singleElement()
                .satisfies(row -> assertThat(
                                row.user().orElseThrow().registration().authentication())
                        .isEqualTo(address));
    }

    @Test
    void replace_legacyRow_writesItInOurForm() {
        DATABASE.users().insertOne(legacy("old", CREATED));
        User user = read(new AuraId("old"));
        assertThat(store.replace(user, user, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        Document row = DATABASE.users().find().first();
        assertThat(row)
                .containsEntry("registeredAt", CREATED)
                .containsEntry("lastAccess", CREATED)
                .containsEntry("channelId", channel().text());
        assertThat(row.getString("idTokenHint")).startsWith("aux1_");
        assertThat(read(new AuraId("old"))).isEqualTo(user);
    }

    @Test
    void replace_legacyRowChangedMeanwhile_isRefused() {
        DATABASE.users().insertOne(legacy("old", CREATED));
        User user = read(new AuraId("old"));
        DATABASE.users().updateMany(new Document(), new Document("$set", new Document("registeredAt", LATER)));
        assertThat(store.replace(user, user, soon())).isEqualTo(ReplaceOutcome.CHANGED_MEANWHILE);
    }

    @Test
    void findNewest_legacyRows_countByTheirCreation() {
        DATABASE.users().insertOne(legacy("old", CREATED));
        DATABASE.users().insertOne(legacy("new", LATER));
        DATABASE.users()
                .insertOne(legacy("between", CREATED)
                        .append("registeredAt", Date.from(LATER.toInstant().minusMillis(1))));
        AuraGlobalId globalId = read(new AuraId("old")).auraGlobalId();
        assertThat(store.findNewest(globalId, channel(), soon()).map(User::auraId))
                .contains(new AuraId("new"));
    }

    @Test
    void directory_legacyRows_areFound() {
        DATABASE.users().insertOne(legacy("old", CREATED));
        MongoUserDirectory directory =
                MongoUserDirectory.forOperators(DATABASE.connection(), cipher, TestDatabase.UNREADABLE);
        assertThat(directory.findByUserId("user-old", soon())).hasSize(1);
    }

    private MongoUserStore storeWith(AtRestCipher other) {
        return new MongoUserStore(DATABASE.connection(), other, TestDatabase.UNREADABLE, TestDatabase.CLOCK);
    }

    private User read(AuraId auraId) {
        return store.find(auraId, soon()).orElseThrow();
    }

    private static ChannelId channel() {
        return ChannelId.parse(CHANNEL).orElseThrow();
    }

    private static Document legacy(String auraId, Date created) {
        return new Document("auraId", auraId)
                .append("auraGlobalId", "11111111-2222-5333-8444-555555555555")
                .append("channelId", CHANNEL)
                .append("userId", "user-" + auraId)
                .append("authorizationId", "authorization-" + auraId)
                .append("authenticationType", "uid")
                .append("authenticationIdentifier", "identifier")
                .append("idTokenHint", "fake-legacy-token")
                .append("created", created)
                .append("__v", 0);
    }
}
