package io.github.auraauth.adapter.mongo.account;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.testkit.account.SuperuserRosterContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSuperuserRosterTest implements SuperuserRosterContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public SuperuserRoster roster() {
        return new MongoSuperuserRoster(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
