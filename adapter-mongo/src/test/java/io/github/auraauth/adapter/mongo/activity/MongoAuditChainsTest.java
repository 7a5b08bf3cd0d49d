package io.github.auraauth.adapter.mongo.activity;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.AuditChains;
import io.github.auraauth.testkit.activity.AuditChainsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAuditChainsTest implements AuditChainsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public ActivityLog log() {
        return new MongoActivityLog(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public AuditChains chains() {
        return new MongoAuditChains(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
