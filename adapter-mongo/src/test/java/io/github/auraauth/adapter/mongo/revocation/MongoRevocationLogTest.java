package io.github.auraauth.adapter.mongo.revocation;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.revocation.RevocationLog;
import io.github.auraauth.testkit.revocation.RevocationLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRevocationLogTest implements RevocationLogContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public RevocationLog log() {
        return new MongoRevocationLog(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
