package io.github.auraauth.adapter.mongo.provider;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import io.github.auraauth.testkit.provider.SigningKeyStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSigningKeyStoreTest implements SigningKeyStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public SigningKeyStore keys() {
        return new MongoSigningKeyStore(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
