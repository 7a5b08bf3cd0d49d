package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.revocation.RevocationLog;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.revocation.RevocationLogContract;

class InMemoryRevocationLogTest implements RevocationLogContract, NoBackend {
    private final RevocationLog log = new InMemoryRevocationLog();

    @Override
    public RevocationLog log() {
        return log;
    }
}
