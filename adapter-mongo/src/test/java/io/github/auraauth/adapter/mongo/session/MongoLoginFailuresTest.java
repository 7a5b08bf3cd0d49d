package io.github.auraauth.adapter.mongo.session;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.session.LoginFailures;
import io.github.auraauth.testkit.session.LoginFailuresContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLoginFailuresTest implements LoginFailuresContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public LoginFailures failures() {
        return new MongoLoginFailures(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
