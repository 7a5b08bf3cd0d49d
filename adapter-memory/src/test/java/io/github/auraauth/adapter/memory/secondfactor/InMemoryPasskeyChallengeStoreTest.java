package io.github.auraauth.adapter.memory.secondfactor;

import io.github.auraauth.port.out.secondfactor.PasskeyChallengeStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.secondfactor.PasskeyChallengeStoreContract;
import java.time.InstantSource;

class InMemoryPasskeyChallengeStoreTest implements PasskeyChallengeStoreContract, NoBackend {
    private final PasskeyChallengeStore challenges = new InMemoryPasskeyChallengeStore(InstantSource.system());

    @Override
    public PasskeyChallengeStore challenges() {
        return challenges;
    }
}
