package io.github.auraauth.adapter.memory.grant;

import io.github.auraauth.port.out.grant.AccessTokenStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.grant.AccessTokenStoreContract;
import java.time.InstantSource;

class InMemoryAccessTokenStoreTest implements AccessTokenStoreContract, NoBackend {
    private final AccessTokenStore tokens = new InMemoryAccessTokenStore(InstantSource.system());

    @Override
    public AccessTokenStore tokens() {
        return tokens;
    }
}
