package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.invalidation.InvalidationLogContract;
import java.time.InstantSource;

class InMemoryInvalidationLogTest implements InvalidationLogContract, NoBackend {
    private final InvalidationLog log = new InMemoryInvalidationLog(InstantSource.system());

    @Override
    public InvalidationLog log() {
        return log;
    }
}
