package io.github.auraauth.adapter.memory.authtoken;

import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.authtoken.AuthTokenDirectoryContract;
import io.github.auraauth.testkit.authtoken.AuthTokenStoreContract;

class InMemoryAuthTokenStoreTest implements AuthTokenStoreContract, AuthTokenDirectoryContract, NoBackend {
    private final InMemoryAuthTokenStore store = new InMemoryAuthTokenStore();

    @Override
    public AuthTokenStore store() {
        return store;
    }

    @Override
    public AuthTokenDirectory directory() {
        return store;
    }
}
