package io.github.auraauth.adapter.mongo.client;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.client.ClientStore;
import io.github.auraauth.testkit.client.ClientStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoClientStoreTest implements ClientStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public ClientStore clients() {
        return new MongoClientStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
