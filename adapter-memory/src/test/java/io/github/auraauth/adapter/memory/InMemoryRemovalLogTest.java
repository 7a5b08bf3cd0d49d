package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.removal.RemovalLog;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.removal.RemovalLogContract;

class InMemoryRemovalLogTest implements RemovalLogContract, NoBackend {
    private final RemovalLog log = new InMemoryRemovalLog();

    @Override
    public RemovalLog log() {
        return log;
    }
}
