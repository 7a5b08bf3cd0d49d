package io.github.auraauth.adapter.mongo.provider;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.provider.LogoutNotices;
import io.github.auraauth.testkit.provider.LogoutNoticesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLogoutNoticesTest implements LogoutNoticesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public LogoutNotices notices() {
        return new MongoLogoutNotices(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
