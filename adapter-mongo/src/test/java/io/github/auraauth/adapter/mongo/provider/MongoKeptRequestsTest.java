package io.github.auraauth.adapter.mongo.provider;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.provider.KeptRequests;
import io.github.auraauth.testkit.provider.KeptRequestsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoKeptRequestsTest implements KeptRequestsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public KeptRequests requests() {
        return new MongoKeptRequests(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
