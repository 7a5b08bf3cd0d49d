package io.github.auraauth.adapter.mongo.provider;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.provider.ConsentStore;
import io.github.auraauth.testkit.provider.ConsentStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoConsentStoreTest implements ConsentStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public ConsentStore consents() {
        return new MongoConsentStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
