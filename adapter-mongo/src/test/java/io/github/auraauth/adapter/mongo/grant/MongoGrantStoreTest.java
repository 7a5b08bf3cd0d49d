package io.github.auraauth.adapter.mongo.grant;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.testkit.grant.GrantStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoGrantStoreTest implements GrantStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public GrantStore grants() {
        return new MongoGrantStore(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
