package io.github.auraauth.adapter.memory.authtoken;

import io.github.auraauth.port.out.authtoken.AppliedListVersion;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.authtoken.AppliedListVersionContract;

class InMemoryAppliedListVersionTest implements AppliedListVersionContract, NoBackend {
    private final AppliedListVersion version = new InMemoryAppliedListVersion();

    @Override
    public AppliedListVersion version() {
        return version;
    }
}
