package io.github.auraauth.adapter.mongo.grant;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static io.github.auraauth.testkit.grant.SampleGrants.END;
import static io.github.auraauth.testkit.grant.SampleGrants.GRANTED;
import static io.github.auraauth.testkit.grant.SampleGrants.grant;
import static io.github.auraauth.testkit.grant.SampleGrants.grantId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.AccessTokenDigest;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.port.Outage;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What really lies in the collections of grants and access tokens, and what becomes of what cannot be read there. */
class StoredGrantDocumentTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String COLLECTION = "oidc_grants";
    private static final String NEW_KEY = "one-key-of-32-bytes-0123456789ab";
    private static final String OLD_KEY = "0123456789abcdef0123456789abcdef";

    private final AtomicInteger met = new AtomicInteger();
    private final List<String> log = new ArrayList<>();
    private final UnreadableDocumentReporter reporter = TestDatabase.reporter("grant", met::incrementAndGet, log::add);
    private final MongoGrantStore store = storeWith(TestDatabase.cipher());
    private final MongoAccessTokenStore tokens = new MongoAccessTokenStore(DATABASE.connection(), reporter);

    @Test
    void insert_grant_liesWithoutWhatTheClientAskedWith() {
        store.insert(grant(1, 1, 1), soon());
        Document stored = DATABASE.stored(COLLECTION).get(0);
        assertThat(stored.toJson())
                .doesNotContain("fake-nonce", "fake-challenge", "fake-subject", "callback")
                .contains("fake-client-01");
        assertThat(AtRestCipher.isSealed(stored.getString("request"))).isTrue();
        assertThat(stored).containsEntry("end", Date.from(END));
    }

    @Test
    void activate_grant_movesItsEnd() {
        store.insert(grant(1, 1, 1), soon());
        store.activate(grantId(1), 1, GRANTED, END.plusSeconds(60), soon());
        assertThat(DATABASE.stored(COLLECTION).get(0)).containsEntry("end", Date.from(END.plusSeconds(60)));
    }

    @Test
    void insert_accessToken_liesUnderItsDigest() {
        tokens.insert(digest(), new AccessToken(grantId(1), Set.of("openid"), GRANTED, END), soon());
        assertThat(DATABASE.stored("oidc_access_tokens").get(0))
                .containsOnlyKeys("_id", "grant", "scopes", "issuedAt", "end")
                .containsEntry("_id", digest().hex());
    }

    @Test
    void find_requestMovedFromAnotherGrant_isAnOutage() {
        store.insert(grant(1, 1, 1), soon());
        store.insert(grant(2, 1, 1), soon());
        Document one = DATABASE.collection(COLLECTION)
                .find(new Document("_id", grantId(1).value()))
                .first();
        set(COLLECTION, grantId(2).value(), "request", one.getString("request"));
        assertThatThrownBy(() -> store.find(grantId(2), soon())).isInstanceOf(Outage.Unavailable.class);
        assertThat(store.find(grantId(1), soon())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client",
                "account",
                "epoch",
                "scopes",
                "session",
                "authenticatedAt",
                "methods",
                "request",
                "state",
                "generation",
                "rotatedAt",
                "end"
            })
    void find_unreadableField_isAnOutageAndReported(String field) {
        store.insert(grant(1, 1, 1), soon());
        set(COLLECTION, grantId(1).value(), field, new Document("canary", "canary"));
        assertThatThrownBy(() -> store.find(grantId(1), soon()))
                .isInstanceOf(Outage.Unavailable.class)
                .cause()
                .hasMessageContaining(field)
                .hasMessageNotContaining("canary");
        assertThat(log).singleElement().asString().contains(field).doesNotContain("canary");
        assertThat(met).hasPositiveValue();
        assertThat(store.delete(grantId(1), soon())).isTrue();
    }

    @Test
    void find_epochThatIsNone_isAnOutage() {
        store.insert(grant(1, 1, 1), soon());
        set(COLLECTION, grantId(1).value(), "epoch", 1L << 31);
        assertThatThrownBy(() -> store.find(grantId(1), soon())).isInstanceOf(Outage.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant", "scopes", "issuedAt", "end"})
    void findToken_unreadableField_isAnOutageAndReported(String field) {
        tokens.insert(digest(), new AccessToken(grantId(1), Set.of("openid"), GRANTED, END), soon());
        set("oidc_access_tokens", digest().hex(), field, "canary");
        assertThatThrownBy(() -> tokens.find(digest(), soon())).isInstanceOf(Outage.Unavailable.class);
        assertThat(log).singleElement().asString().contains(field).doesNotContain("canary");
        assertThat(tokens.delete(digest(), soon())).isTrue();
    }

    @Test
    void find_keysRotated_readsOldValuesUntilTheirKeyIsGone() {
        Grant grant = grant(1, 1, 1);
        store.insert(grant, soon());
        assertThat(storeWith(TestDatabase.cipher(NEW_KEY, OLD_KEY)).find(grant.id(), soon()))
                .contains(grant);
        assertThatThrownBy(() -> storeWith(TestDatabase.cipher(NEW_KEY)).find(grant.id(), soon()))
                .isInstanceOf(Outage.Unavailable.class);
    }

    private MongoGrantStore storeWith(AtRestCipher cipher) {
        return new MongoGrantStore(DATABASE.connection(), cipher, reporter);
    }

    private static AccessTokenDigest digest() {
        return new AccessTokenDigest("a".repeat(64));
    }

    private static void set(String collection, String id, String field, Object value) {
        DATABASE.collection(collection)
                .updateOne(new Document("_id", id), new Document("$set", new Document(field, value)));
    }
}
