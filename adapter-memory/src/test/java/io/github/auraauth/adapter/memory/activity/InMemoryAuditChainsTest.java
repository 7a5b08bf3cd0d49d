package io.github.auraauth.adapter.memory.activity;

import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.AuditChains;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.activity.AuditChainsContract;

class InMemoryAuditChainsTest implements AuditChainsContract, NoBackend {
    private final InMemoryActivityLog log = new InMemoryActivityLog();

    @Override
    public ActivityLog log() {
        return log;
    }

    @Override
    public AuditChains chains() {
        return log;
    }
}
