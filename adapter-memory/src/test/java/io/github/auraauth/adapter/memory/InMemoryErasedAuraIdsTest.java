package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.erasure.ErasedAuraIdsContract;
import java.time.InstantSource;

class InMemoryErasedAuraIdsTest implements ErasedAuraIdsContract, NoBackend {
    private final ErasedAuraIds erased = new InMemoryErasedAuraIds(InstantSource.system());

    @Override
    public ErasedAuraIds erased() {
        return erased;
    }
}
