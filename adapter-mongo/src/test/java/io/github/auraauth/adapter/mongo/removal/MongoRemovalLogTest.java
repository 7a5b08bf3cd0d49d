package io.github.auraauth.adapter.mongo.removal;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.removal.RemovalLog;
import io.github.auraauth.testkit.removal.RemovalLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The removal log keeps what its port promises. */
class MongoRemovalLogTest implements RemovalLogContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public RemovalLog log() {
        return new MongoRemovalLog(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
