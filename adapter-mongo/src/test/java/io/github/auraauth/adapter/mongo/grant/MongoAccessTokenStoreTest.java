package io.github.auraauth.adapter.mongo.grant;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import io.github.auraauth.testkit.grant.AccessTokenStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAccessTokenStoreTest implements AccessTokenStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public AccessTokenStore tokens() {
        return new MongoAccessTokenStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
