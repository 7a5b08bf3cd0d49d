package io.github.auraauth.adapter.mongo.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.testkit.session.SessionStoreContract;
import java.time.Instant;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSessionStoreTest implements SessionStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public SessionStore sessions() {
        return new MongoSessionStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }

    @Test
    void find_storedBeforeThereWereSecondFactors_isOfAPassword() {
        SessionDigest digest = new SessionDigest("d".repeat(64));
        Instant now = Instant.parse("2130-01-02T12:00:00Z");
        sessions()
                .insert(
                        digest,
                        new Session(
                                new SessionId("00000000-0000-4000-8000-000000000001"),
                                new AccountId("00000000-0000-4000-8000-000000000002"),
                                0,
                                false,
                                now,
                                now,
                                Set.of(AuthenticationMethod.SEVERAL_FACTORS)),
                        TestDatabase.soon());
        DATABASE.collection("sessions")
                .updateOne(new Document("_id", digest.hex()), new Document("$unset", new Document("methods", "")));
        assertThat(sessions().find(digest, TestDatabase.soon()).orElseThrow().methods())
                .containsExactly(AuthenticationMethod.PASSWORD);
    }
}
