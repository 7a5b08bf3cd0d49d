package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.user.LastAccesses;
import io.github.auraauth.port.out.user.OwnedUsers;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.LastAccessesContract;
import io.github.auraauth.testkit.user.OwnedUsersContract;
import io.github.auraauth.testkit.user.UserDirectoryContract;
import io.github.auraauth.testkit.user.UserStoreContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;

/** Stores whose driver's exceptions cross the port while the database is away. Run by {@link KitsTurnRedTest} only. */
class LetsTheDriverThrow implements UserStoreContract, OwnedUsersContract, UserDirectoryContract, LastAccessesContract {
    private final SettableClock clock = SettableClock.startingNow();
    private final InMemoryUserStore right = new InMemoryUserStore(clock);
    private volatile boolean away;

    @Override
    public UserStore store() {
        return wrong(UserStore.class);
    }

    @Override
    public OwnedUsers owned() {
        return wrong(OwnedUsers.class);
    }

    @Override
    public UserDirectory directory() {
        return wrong(UserDirectory.class);
    }

    @Override
    public LastAccesses lastAccesses() {
        return wrong(LastAccesses.class);
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Override
    public Backend takeBackendAway() {
        away = true;
        return Backend.AWAY;
    }

    private <T> T wrong(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new IllegalStateException(new SQLException("the connection was refused"));
                    }
                    try {
                        return method.invoke(right, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
