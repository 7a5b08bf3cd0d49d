package io.github.auraauth.adapter.mongo.permission;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.permission.PermissionStore;
import io.github.auraauth.testkit.permission.PermissionStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoPermissionStoreTest implements PermissionStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public PermissionStore permissions() {
        return new MongoPermissionStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
