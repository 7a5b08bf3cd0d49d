package io.github.auraauth.adapter.mongo.secondfactor;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.secondfactor.PasskeyChallengeStore;
import io.github.auraauth.testkit.secondfactor.PasskeyChallengeStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPasskeyChallengeStoreTest implements PasskeyChallengeStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public PasskeyChallengeStore challenges() {
        return new MongoPasskeyChallengeStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
