package io.github.auraauth.adapter.memory.session;

import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.session.SessionStoreContract;
import java.time.InstantSource;

class InMemorySessionStoreTest implements SessionStoreContract, NoBackend {
    private final SessionStore sessions = new InMemorySessionStore(InstantSource.system());

    @Override
    public SessionStore sessions() {
        return sessions;
    }
}
