package io.github.auraauth.adapter.memory.provider;

import io.github.auraauth.port.out.provider.SessionClients;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.provider.SessionClientsContract;
import java.time.InstantSource;

class InMemorySessionClientsTest implements SessionClientsContract, NoBackend {
    private final SessionClients clients = new InMemorySessionClients(InstantSource.system());

    @Override
    public SessionClients clients() {
        return clients;
    }
}
