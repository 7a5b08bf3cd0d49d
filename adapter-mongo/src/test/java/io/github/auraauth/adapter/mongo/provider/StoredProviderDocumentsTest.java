package io.github.auraauth.adapter.mongo.provider;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.grant.SampleGrants.sessionId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Outage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What really lies in the provider's collections: nothing of a person or a secret, and what cannot be read is reported. */
class StoredProviderDocumentsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2130-01-02T03:04:05.678Z");
    private static final String SECRET = "canary-secret-half";
    private static final String PERSON = "canary-person";

    private final List<String> log = new ArrayList<>();
    private final UnreadableDocumentReporter reporter = TestDatabase.reporter("document", () -> {}, log::add);
    private final MongoKeptRequests requests =
            new MongoKeptRequests(DATABASE.connection(), TestDatabase.cipher(), reporter);
    private final MongoSigningKeyStore keys =
            new MongoSigningKeyStore(DATABASE.connection(), TestDatabase.cipher(), reporter);
    private final MongoLogoutNotices notices =
            new MongoLogoutNotices(DATABASE.connection(), TestDatabase.cipher(), reporter);
    private final MongoConsentStore consents = new MongoConsentStore(DATABASE.connection(), reporter);
    private final MongoSessionClients clients = new MongoSessionClients(DATABASE.connection(), reporter);

    @Test
    void anyInsertion_personalOrSecret_liesEnciphered() {
        insertAll();
        for (Map.Entry<String, String> sealed : Map.of(
                        "oidc_requests", "parameters",
                        "oidc_keys", "privateKey",
                        "oidc_logout_notices", "subject")
                .entrySet()) {
            Document stored = DATABASE.stored(sealed.getKey()).get(0);
            assertThat(AtRestCipher.isSealed(stored.getString(sealed.getValue())))
                    .as(sealed.getKey())
                    .isTrue();
            assertThat(stored.toJson())
                    .doesNotContain(
                            "canary",
                            HexFormat.of().formatHex(Secret.ofText(SECRET).reveal()));
        }
    }

    @Test
    void anyInsertion_thatEnds_hasItsEndAsADate() {
        insertAll();
        assertThat(DATABASE.stored("oidc_requests").get(0)).containsEntry("end", end(NOW.plus(KeptRequest.KEPT)));
        assertThat(DATABASE.stored("oidc_logout_notices").get(0))
                .containsEntry("end", end(NOW.plus(LogoutNotice.KEPT)));
        assertThat(DATABASE.stored("oidc_session_clients").get(0)).containsEntry("end", end(NOW));
        clients.note(sessionId(1), id(1), clientId(2), NOW.minusSeconds(9), soon());
        assertThat(DATABASE.stored("oidc_session_clients").get(0)).containsEntry("end", end(NOW));
        clients.note(sessionId(1), id(1), clientId(2), NOW.plusSeconds(9), soon());
        assertThat(DATABASE.stored("oidc_session_clients").get(0)).containsEntry("end", end(NOW.plusSeconds(9)));
    }

    @Test
    void anyRead_valueMovedFromAnotherDocument_isUnreadable() {
        insertAll();
        keys.insert(key("other"), soon());
        move("oidc_keys", "privateKey", "other");
        assertThat(keys.all(soon())).containsExactly(key("fake-key"));
        requests.insert(digest('b'), request(), soon());
        move("oidc_requests", "parameters", digest('b').hex());
        assertThatThrownBy(() -> requests.find(digest('b'), soon())).isInstanceOf(Outage.Unavailable.class);
        LogoutNotice other = LogoutNotice.create(id(2).value(), clientId(1), PERSON, sessionId(1), NOW);
        notices.insert(other, soon());
        move("oidc_logout_notices", "subject", other.id());
        assertThat(notices.due(NOW, 10, soon())).extracting(LogoutNotice::id).containsExactly(id(1).value());
        assertThat(log).hasSize(3).noneMatch(line -> line.contains("canary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "at", "stage", "before"})
    void findRequest_unreadableField_isAnOutage(String field) {
        insertAll();
        spoil("oidc_requests", field);
        assertThatThrownBy(() -> requests.find(digest('a'), soon()))
                .isInstanceOf(Outage.Unavailable.class)
                .cause()
                .hasMessageContaining(field);
        assertThat(log).singleElement().asString().contains(field).doesNotContain("canary");
        assertThat(requests.delete(digest('a'), soon())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"algorithm", "publicKey", "privateKey", "createdAt", "signsFrom"})
    void allKeys_unreadableField_areTheOthers(String field) {
        insertAll();
        spoil("oidc_keys", field);
        keys.insert(key("other"), soon());
        assertThat(keys.all(soon())).containsExactly(key("other"));
        assertThat(keys.insert(key("fake-key"), soon())).isFalse();
        assertThat(log).singleElement().asString().contains(field).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "subject", "session", "attempts", "end"})
    void dueNotices_unreadableField_areTheOthers(String field) {
        insertAll();
        spoil("oidc_logout_notices", field);
        LogoutNotice other = LogoutNotice.create(id(2).value(), clientId(1), PERSON, sessionId(1), NOW);
        notices.insert(other, soon());
        assertThat(notices.due(NOW, 1, soon())).containsExactly(other);
        assertThat(log).singleElement().asString().contains(field).doesNotContain("canary");
        assertThat(notices.delete(id(1).value(), soon())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "scopes", "givenAt"})
    void consents_unreadableField_isAnOutageAloneAndLeftOutOfLists(String field) {
        insertAll();
        spoil("oidc_consents", field);
        assertThatThrownBy(() -> consents.find(id(1), clientId(1), soon())).isInstanceOf(Outage.Unavailable.class);
        assertThat(consents.ofAccount(id(1), soon())).isEmpty();
        assertThat(consents.delete(id(1), clientId(1), soon())).isTrue();
    }

    @Test
    void clientsOfSession_unreadable_isAnOutage() {
        insertAll();
        spoil("oidc_session_clients", "clients");
        assertThatThrownBy(() -> clients.ofSession(sessionId(1), soon())).isInstanceOf(Outage.Unavailable.class);
    }

    private void insertAll() {
        requests.insert(digest('a'), request(), soon());
        keys.insert(key("fake-key"), soon());
        notices.insert(LogoutNotice.create(id(1).value(), clientId(1), PERSON, sessionId(1), NOW), soon());
        consents.add(new Consent(id(1), clientId(1), Set.of("openid"), NOW), soon());
        clients.note(sessionId(1), id(1), clientId(1), NOW, soon());
    }

    private static KeptRequest request() {
        var claims = new RequestedClaims(Set.of(), Set.of(), Optional.of(PERSON));
        var parameters = new AuthorizationParameters(
                Map.of("login_hint", PERSON, "id_token_hint", PERSON), Set.of(), Optional.of(claims));
        return new KeptRequest(parameters, NOW, KeptRequest.Stage.PERSON, Optional.of(NOW));
    }

    private static StoredSigningKey key(String id) {
        var publicKey = new JsonWebKey(id, SignatureAlgorithm.RS256, Map.of("n", "fake-modulus", "e", "AQAB"));
        return new StoredSigningKey(new PrivateSigningKey(publicKey, Secret.ofText(SECRET)), NOW, NOW);
    }

    private static RequestDigest digest(char digit) {
        return new RequestDigest(String.valueOf(digit).repeat(64));
    }

    private static Date end(Instant end) {
        return Date.from(end);
    }

    /** Puts something else into the field of all that is there. */
    private static void spoil(String collection, String field) {
        DATABASE.collection(collection)
                .updateMany(
                        new Document(), new Document("$set", new Document(field, new Document("canary", List.of(1)))));
    }

    /** Puts the value of the other document into that one. */
    private static void move(String collection, String field, String id) {
        Object other = DATABASE.stored(collection).stream()
                .filter(document -> !document.get("_id").equals(id))
                .findFirst()
                .map(document -> document.get(field))
                .orElseThrow();
        DATABASE.collection(collection)
                .updateOne(new Document("_id", id), new Document("$set", new Document(field, other)));
    }
}
