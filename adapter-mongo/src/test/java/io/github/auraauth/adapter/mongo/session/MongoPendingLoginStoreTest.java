package io.github.auraauth.adapter.mongo.session;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.session.PendingLoginStore;
import io.github.auraauth.testkit.session.PendingLoginStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPendingLoginStoreTest implements PendingLoginStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public PendingLoginStore logins() {
        return new MongoPendingLoginStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
