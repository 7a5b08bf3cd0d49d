package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import io.github.auraauth.testkit.ErasedAuraIdsContract;
import io.github.auraauth.testkit.NoBackend;
import java.time.InstantSource;

class InMemoryErasedAuraIdsTest implements ErasedAuraIdsContract, NoBackend {
    private final ErasedAuraIds erased = new InMemoryErasedAuraIds(InstantSource.system());

    @Override
    public ErasedAuraIds erased() {
        return erased;
    }
}
