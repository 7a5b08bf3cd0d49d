package io.github.auraauth.adapter.mongo.erasure;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import io.github.auraauth.testkit.erasure.ErasedAuraIdsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoErasedAuraIdsTest implements ErasedAuraIdsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public ErasedAuraIds erased() {
        return new MongoErasedAuraIds(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
