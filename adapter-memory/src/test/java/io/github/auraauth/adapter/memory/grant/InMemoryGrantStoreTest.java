package io.github.auraauth.adapter.memory.grant;

import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.grant.GrantStoreContract;
import java.time.InstantSource;

class InMemoryGrantStoreTest implements GrantStoreContract, NoBackend {
    private final GrantStore grants = new InMemoryGrantStore(InstantSource.system());

    @Override
    public GrantStore grants() {
        return grants;
    }
}
