package io.github.auraauth.adapter.mongo.provider;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.provider.SessionClients;
import io.github.auraauth.testkit.provider.SessionClientsContract;
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
}
