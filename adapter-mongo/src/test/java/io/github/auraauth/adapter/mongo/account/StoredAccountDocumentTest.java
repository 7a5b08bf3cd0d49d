package io.github.auraauth.adapter.mongo.account;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.account.AccountStore.InsertOutcome;
import io.github.auraauth.testkit.account.SampleAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What really lies in the collection of accounts, and what becomes of what cannot be read there. */
class StoredAccountDocumentTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String NEW_KEY = "one-key-of-32-bytes-0123456789ab";
    private static final String OLD_KEY = "0123456789abcdef0123456789abcdef";

    private final AtomicInteger met = new AtomicInteger();
    private final List<String> log = new ArrayList<>();
    private final UnreadableDocumentReporter reporter =
            TestDatabase.reporter("account", met::incrementAndGet, log::add);
    private final MongoAccountStore store = storeWith(TestDatabase.cipher());
    private final MongoAccountDirectory directory =
            new MongoAccountDirectory(DATABASE.connection(), TestDatabase.cipher(), reporter);

    @Test
    void insert_account_liesWithoutItsPersonalDataAndPassword() {
        Account account = inserted(SampleAccounts.account(1));
        Document stored = DATABASE.stored("accounts").get(0);
        assertThat(stored.toJson())
                .doesNotContain("Fake-First", "Fake-Last", "example.com", "pbkdf2", "fake-salt")
                .contains(account.username().value());
        for (String field : List.of("email", "firstName", "lastName", "password")) {
            assertThat(AtRestCipher.isSealed(stored.getString(field))).as(field).isTrue();
        }
    }

    @Test
    void insert_barestAccount_hasNoFieldsForWhatIsAbsent() {
        inserted(SampleAccounts.barest(1));
        assertThat(DATABASE.stored("accounts").get(0))
                .containsOnlyKeys(
                        "_id",
                        "rev",
                        "username",
                        "state",
                        "staff",
                        "groups",
                        "permissions",
                        "epoch",
                        "origin",
                        "dateJoined");
    }

    @Test
    void update_fieldOfANewerRelease_leavesIt() {
        Account account = inserted(SampleAccounts.account(1));
        DATABASE.collection("accounts")
                .updateOne(new Document(), new Document("$set", new Document("later", "a later feature's")));
        store.update(account.with(Profile.EMPTY), soon());
        assertThat(DATABASE.stored("accounts").get(0))
                .containsEntry("later", "a later feature's")
                .doesNotContainKeys("email", "emailVerified", "firstName", "lastName");
    }

    @Test
    void insert_secondFactors_lieWithTheirSecretsEnciphered() {
        inserted(SampleAccounts.oddest(1));
        Document stored = DATABASE.stored("accounts").get(0);
        Document totp = stored.get("totp", Document.class);
        assertThat(AtRestCipher.isSealed(totp.getString("secret"))).isTrue();
        assertThat(AtRestCipher.isSealed(stored.getString("totpPending"))).isTrue();
        assertThat(stored.getList("passkeys", String.class)).hasSize(2);
        assertThat(stored.getList("recoveryCodes", String.class)).hasSize(2);
    }

    @Test
    void find_appMovedFromAnotherAccount_isAnOutage() {
        inserted(SampleAccounts.oddest(1));
        inserted(SampleAccounts.account(2));
        Document totp = DATABASE.collection("accounts")
                .find(new Document("_id", SampleAccounts.id(1).value()))
                .first()
                .get("totp", Document.class);
        DATABASE.collection("accounts")
                .updateOne(
                        new Document("_id", SampleAccounts.id(2).value()),
                        new Document("$set", new Document("totp", totp)));
        assertThatThrownBy(() -> store.find(SampleAccounts.id(2), soon())).isInstanceOf(Outage.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "firstName", "lastName", "password"})
    void find_valueMovedFromAnotherAccount_isAnOutage(String field) {
        inserted(SampleAccounts.account(1));
        inserted(SampleAccounts.account(2));
        Document one = DATABASE.collection("accounts")
                .find(new Document("_id", SampleAccounts.id(1).value()))
                .first();
        DATABASE.collection("accounts")
                .updateOne(
                        new Document("_id", SampleAccounts.id(2).value()),
                        new Document("$set", new Document(field, one.getString(field))));
        assertThatThrownBy(() -> store.find(SampleAccounts.id(2), soon())).isInstanceOf(Outage.Unavailable.class);
        assertThat(store.find(SampleAccounts.id(1), soon())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rev",
                "username",
                "state",
                "staff",
                "groups",
                "permissions",
                "epoch",
                "origin",
                "dateJoined",
                "totp",
                "totpPending",
                "recoveryCodes",
                "factorsResetAt"
            })
    void anyCall_unreadableField_isAnOutageAloneAndLeftOutOfPages(String field) {
        Account rest = inserted(SampleAccounts.account(1));
        Account broken = inserted(SampleAccounts.account(2));
        DATABASE.collection("accounts")
                .updateOne(
                        new Document("_id", broken.id().value()),
                        new Document("$set", new Document(field, List.of("canary"))));

        assertThatThrownBy(() -> store.find(broken.id(), soon()))
                .isInstanceOf(Outage.Unavailable.class)
                .cause()
                .hasMessageContaining(field)
                .hasMessageNotContaining("canary");
        assertThat(directory.page(AccountFilter.ALL, Keyset.first(), 10, soon()))
                .containsExactly(rest);

        assertThat(log)
                .containsExactly("the account " + broken.id().value() + " holds no readable " + field
                        + " and is absent to callers");
        assertThat(met).hasPositiveValue();
        assertThat(store.delete(broken.id(), soon())).isTrue();
    }

    @Test
    void page_unreadableAmongOthers_isFilledUpFromBehind() {
        for (int i = 0; i < 6; i++) {
            inserted(SampleAccounts.account(i));
        }
        DATABASE.collection("accounts")
                .updateOne(
                        new Document("_id", SampleAccounts.id(1).value()),
                        new Document("$set", new Document("state", "LATER")));
        assertThat(directory.page(AccountFilter.ALL, Keyset.first(), 3, soon()))
                .extracting(account -> account.username().value())
                .containsExactly("fake-user-0", "fake-user-2", "fake-user-3");
    }

    @Test
    void insert_nameOfAnUnreadableAccount_isTaken() {
        DATABASE.collection("accounts").insertOne(new Document("_id", "another's").append("username", "anne"));
        assertThat(store.insert(SampleAccounts.account(1, "anne"), soon())).isEqualTo(InsertOutcome.TAKEN);
    }

    @Test
    void find_keysRotated_readsOldValuesUntilTheirKeyIsGone() {
        Account account = inserted(SampleAccounts.account(1));
        assertThat(storeWith(TestDatabase.cipher(NEW_KEY, OLD_KEY)).find(account.id(), soon()))
                .contains(account);
        assertThatThrownBy(() -> storeWith(TestDatabase.cipher(NEW_KEY)).find(account.id(), soon()))
                .isInstanceOf(Outage.Unavailable.class);
    }

    private Account inserted(Account account) {
        assertThat(store.insert(account, soon())).isEqualTo(InsertOutcome.INSERTED);
        return account;
    }

    private MongoAccountStore storeWith(AtRestCipher cipher) {
        return new MongoAccountStore(DATABASE.connection(), cipher, reporter);
    }
}
