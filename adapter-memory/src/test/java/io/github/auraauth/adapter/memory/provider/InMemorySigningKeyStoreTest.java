package io.github.auraauth.adapter.memory.provider;

import io.github.auraauth.port.out.provider.SigningKeyStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.provider.SigningKeyStoreContract;

class InMemorySigningKeyStoreTest implements SigningKeyStoreContract, NoBackend {
    private final SigningKeyStore keys = new InMemorySigningKeyStore();

    @Override
    public SigningKeyStore keys() {
        return keys;
    }
}
