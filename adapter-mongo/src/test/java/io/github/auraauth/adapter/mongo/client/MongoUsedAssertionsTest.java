package io.github.auraauth.adapter.mongo.client;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.client.UsedAssertions;
import io.github.auraauth.testkit.client.UsedAssertionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoUsedAssertionsTest implements UsedAssertionsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public UsedAssertions assertions() {
        return new MongoUsedAssertions(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
