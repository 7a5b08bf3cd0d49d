package io.github.auraauth.adapter.mongo.authtoken;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.authtoken.AppliedListVersion;
import io.github.auraauth.testkit.authtoken.AppliedListVersionContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAppliedListVersionTest implements AppliedListVersionContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public AppliedListVersion version() {
        return new MongoAppliedListVersion(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
