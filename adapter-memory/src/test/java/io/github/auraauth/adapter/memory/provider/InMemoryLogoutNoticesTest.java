package io.github.auraauth.adapter.memory.provider;

import io.github.auraauth.port.out.provider.LogoutNotices;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.provider.LogoutNoticesContract;

class InMemoryLogoutNoticesTest implements LogoutNoticesContract, NoBackend {
    private final LogoutNotices notices = new InMemoryLogoutNotices();

    @Override
    public LogoutNotices notices() {
        return notices;
    }
}
