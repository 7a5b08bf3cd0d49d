package io.github.auraauth.adapter.memory.session;

import io.github.auraauth.port.out.session.PendingLoginStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.session.PendingLoginStoreContract;
import java.time.InstantSource;

class InMemoryPendingLoginStoreTest implements PendingLoginStoreContract, NoBackend {
    private final PendingLoginStore logins = new InMemoryPendingLoginStore(InstantSource.system());

    @Override
    public PendingLoginStore logins() {
        return logins;
    }
}
