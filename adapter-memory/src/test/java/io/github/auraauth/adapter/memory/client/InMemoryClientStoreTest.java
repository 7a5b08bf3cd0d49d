package io.github.auraauth.adapter.memory.client;

import io.github.auraauth.port.out.client.ClientStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.client.ClientStoreContract;

class InMemoryClientStoreTest implements ClientStoreContract, NoBackend {
    private final ClientStore clients = new InMemoryClientStore();

    @Override
    public ClientStore clients() {
        return clients;
    }
}
