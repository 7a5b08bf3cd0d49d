package io.github.auraauth.adapter.memory.provider;

import io.github.auraauth.port.out.provider.KeptRequests;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.provider.KeptRequestsContract;
import java.time.InstantSource;

class InMemoryKeptRequestsTest implements KeptRequestsContract, NoBackend {
    private final KeptRequests requests = new InMemoryKeptRequests(InstantSource.system());

    @Override
    public KeptRequests requests() {
        return requests;
    }
}
