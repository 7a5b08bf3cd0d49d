package io.github.auraauth.adapter.mongo.secondfactor;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.testkit.secondfactor.PasskeyStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPasskeyStoreTest implements PasskeyStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public PasskeyStore passkeys() {
        return new MongoPasskeyStore(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
