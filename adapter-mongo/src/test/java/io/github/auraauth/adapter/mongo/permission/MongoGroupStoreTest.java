package io.github.auraauth.adapter.mongo.permission;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.testkit.permission.GroupStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoGroupStoreTest implements GroupStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public GroupStore groups() {
        return new MongoGroupStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
