package io.github.auraauth.adapter.mongo.provider;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.grant.SampleGrants.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.provider.SessionClients;
import io.github.auraauth.testkit.provider.SessionClientsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSessionClientsTest implements SessionClientsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public SessionClients clients() {
        return new MongoSessionClients(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }

    /** What is over is removed by the server within a minute, which no test waits for. */
    @Test
    void extend_noted_isSweptAtTheLaterEndOnly() {
        clients().note(sessionId(1), id(1), clientId(1), UNTIL, TestDatabase.soon());
        clients().extend(sessionId(1), UNTIL.plusSeconds(9), TestDatabase.soon());
        clients().extend(sessionId(1), UNTIL.plusSeconds(5), TestDatabase.soon());
        clients().extend(sessionId(2), UNTIL, TestDatabase.soon());
        assertThat(DATABASE.stored("oidc_session_clients"))
                .extracting(note -> note.getDate("end").toInstant())
                .containsExactly(UNTIL.plusSeconds(9));
    }
}
