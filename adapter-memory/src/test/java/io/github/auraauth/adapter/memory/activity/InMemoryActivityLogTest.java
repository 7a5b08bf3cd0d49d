package io.github.auraauth.adapter.memory.activity;

import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.activity.ActivityLogContract;

class InMemoryActivityLogTest implements ActivityLogContract, NoBackend {
    private final ActivityLog log = new InMemoryActivityLog();

    @Override
    public ActivityLog log() {
        return log;
    }
}
