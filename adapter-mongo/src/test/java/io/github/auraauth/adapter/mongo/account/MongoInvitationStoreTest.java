package io.github.auraauth.adapter.mongo.account;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.account.InvitationStore;
import io.github.auraauth.testkit.account.InvitationStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoInvitationStoreTest implements InvitationStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public InvitationStore invitations() {
        return new MongoInvitationStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
