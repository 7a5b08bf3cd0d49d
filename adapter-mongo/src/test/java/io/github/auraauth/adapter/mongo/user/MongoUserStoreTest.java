package io.github.auraauth.adapter.mongo.user;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.user.LastAccesses;
import io.github.auraauth.port.out.user.OwnedUsers;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.LastAccessesContract;
import io.github.auraauth.testkit.user.OwnedUsersContract;
import io.github.auraauth.testkit.user.UserDirectoryContract;
import io.github.auraauth.testkit.user.UserStoreContract;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The user stores keep what their ports promise. */
class MongoUserStoreTest implements UserStoreContract, OwnedUsersContract, UserDirectoryContract, LastAccessesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = SettableClock.startingNow();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @Override
    public UserStore store() {
        return new MongoUserStore(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE, clock);
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Override
    public OwnedUsers owned() {
        return new MongoOwnedUsers(DATABASE.connection());
    }

    @Override
    public UserDirectory directory() {
        return MongoUserDirectory.forErasure(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE);
    }

    @Override
    public LastAccesses lastAccesses() {
        return new MongoLastAccesses(DATABASE.connection(), executor, clock);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }
}
