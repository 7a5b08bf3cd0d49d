package io.github.auraauth.adapter.memory.provider;

import io.github.auraauth.port.out.provider.ConsentStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.provider.ConsentStoreContract;

class InMemoryConsentStoreTest implements ConsentStoreContract, NoBackend {
    private final ConsentStore consents = new InMemoryConsentStore();

    @Override
    public ConsentStore consents() {
        return consents;
    }
}
