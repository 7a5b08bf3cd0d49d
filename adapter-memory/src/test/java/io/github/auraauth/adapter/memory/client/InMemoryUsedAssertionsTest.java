package io.github.auraauth.adapter.memory.client;

import io.github.auraauth.port.out.client.UsedAssertions;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.client.UsedAssertionsContract;
import java.time.InstantSource;

class InMemoryUsedAssertionsTest implements UsedAssertionsContract, NoBackend {
    private final UsedAssertions assertions = new InMemoryUsedAssertions(InstantSource.system());

    @Override
    public UsedAssertions assertions() {
        return assertions;
    }
}
