package io.github.auraauth.adapter.mongo.session;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.testkit.session.SessionStoreContract;
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
}
