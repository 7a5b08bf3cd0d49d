package io.github.auraauth.adapter.mongo.login;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.login.LoginStateUses;
import io.github.auraauth.testkit.login.LoginStateUsesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoLoginStateUsesTest implements LoginStateUsesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public LoginStateUses uses() {
        return new MongoLoginStateUses(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
