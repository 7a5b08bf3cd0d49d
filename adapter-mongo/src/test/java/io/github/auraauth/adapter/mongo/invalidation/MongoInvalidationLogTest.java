package io.github.auraauth.adapter.mongo.invalidation;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.testkit.invalidation.InvalidationLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The invalidation log keeps what its port promises. */
class MongoInvalidationLogTest implements InvalidationLogContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public InvalidationLog log() {
        return new MongoInvalidationLog(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
