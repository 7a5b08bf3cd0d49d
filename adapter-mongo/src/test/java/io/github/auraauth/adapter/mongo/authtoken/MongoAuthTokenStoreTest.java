package io.github.auraauth.adapter.mongo.authtoken;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.testkit.authtoken.AuthTokenDirectoryContract;
import io.github.auraauth.testkit.authtoken.AuthTokenStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAuthTokenStoreTest implements AuthTokenStoreContract, AuthTokenDirectoryContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public AuthTokenStore store() {
        return new MongoAuthTokenStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public AuthTokenDirectory directory() {
        return new MongoAuthTokenDirectory(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
