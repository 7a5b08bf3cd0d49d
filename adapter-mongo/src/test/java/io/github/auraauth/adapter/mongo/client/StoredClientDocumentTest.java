package io.github.auraauth.adapter.mongo.client;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static io.github.auraauth.testkit.client.SampleClients.client;
import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.client.SampleClients.confidential;
import static io.github.auraauth.testkit.client.SampleClients.oddest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What really lies in the collections of clients and of their assertions, and what becomes of what cannot be read there. */
class StoredClientDocumentTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String COLLECTION = "oidc_clients";

    private final AtomicInteger met = new AtomicInteger();
    private final List<String> log = new ArrayList<>();
    private final MongoClientStore store = new MongoClientStore(
            DATABASE.connection(), TestDatabase.reporter("client", met::incrementAndGet, log::add));

    @Test
    void insert_clientWithoutKeysAndLogout_hasNoFieldsForWhatIsAbsent() {
        store.insert(client(1), soon());
        assertThat(DATABASE.stored(COLLECTION).get(0))
                .doesNotContainKeys("keys", "backChannelLogout")
                .containsEntry("_id", "fake-client-01")
                .containsEntry("confidential", false)
                .containsEntry("accessTokenSeconds", 600L);
    }

    @Test
    void replace_fieldOfANewerRelease_leavesIt() {
        store.insert(oddest(1), soon());
        set(1, "logo", "a later feature's");
        assertThat(store.replace(oddest(1), client(1), soon())).isTrue();
        assertThat(DATABASE.stored(COLLECTION).get(0))
                .containsEntry("logo", "a later feature's")
                .doesNotContainKeys("keys", "backChannelLogout");
    }

    @Test
    void replace_documentWhoseScopesAreInAnotherOrder_comparesAsTheSame() {
        store.insert(client(1), soon());
        set(1, "scopes", List.of("openid", "email"));
        assertThat(store.find(clientId(1), soon())).contains(client(1));
        assertThat(store.replace(client(1), confidential(1), soon())).isTrue();
        assertThat(store.find(clientId(1), soon())).contains(confidential(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "confidential",
                "secrets",
                "keys",
                "redirects",
                "postLogoutRedirects",
                "backChannelLogout",
                "scopes",
                "consentRequired",
                "pkceRequired",
                "resourceServer",
                "idTokenAlgorithm",
                "accessTokenSeconds",
                "refreshTokenSeconds",
                "createdAt"
            })
    void anyCall_unreadableField_isAnOutageAloneAndLeftOutOfLists(String field) {
        store.insert(client(1), soon());
        store.insert(confidential(2), soon());
        Client last = client(3);
        store.insert(last, soon());
        set(2, field, new Document("canary", "canary"));

        assertThatThrownBy(() -> store.find(clientId(2), soon()))
                .isInstanceOf(Outage.Unavailable.class)
                .cause()
                .hasMessageContaining(field)
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> store.replace(confidential(2), client(2), soon()))
                .isInstanceOf(Outage.Unavailable.class);
        assertThat(store.list(Keyset.first(), 2, soon())).containsExactly(client(1), last);
        assertThat(log).singleElement().asString().contains(field).doesNotContain("canary");
        assertThat(met).hasPositiveValue();
        assertThat(store.delete(clientId(2), soon())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "confidential, false",
        "confidential, true",
        "pkceRequired, false",
        "idTokenAlgorithm, PS256",
        "name, \u0001",
        "backChannelLogout, ftp://fake.example.com/",
        "backChannelLogout, http://[",
    })
    void find_fieldsThatMakeNoClient_isAnOutage(String field, String value) {
        Client one = field.equals("confidential") && value.equals("false") ? confidential(1) : client(1);
        store.insert(one, soon());
        set(1, field, value.matches("true|false") ? Boolean.valueOf(value) : value);
        assertThatThrownBy(() -> store.find(clientId(1), soon())).isInstanceOf(Outage.Unavailable.class);
    }

    @Test
    void use_assertion_liesAsDigestAndEndOnly() {
        Instant until = Instant.parse("2130-01-02T03:04:05.678Z");
        new MongoUsedAssertions(DATABASE.connection()).use(clientId(1), "fake-assertion", until, soon());
        Document note = DATABASE.stored("oidc_assertions").get(0);
        assertThat(note).containsOnlyKeys("_id", "end").containsEntry("end", Date.from(until));
        assertThat(note.getString("_id")).matches("[0-9a-f]{64}");
    }

    private static void set(int number, String field, Object value) {
        DATABASE.collection(COLLECTION)
                .updateOne(
                        new Document("_id", clientId(number).value()),
                        new Document("$set", new Document(field, value)));
    }
}
