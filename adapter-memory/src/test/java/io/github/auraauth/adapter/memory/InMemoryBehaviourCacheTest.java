package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.behaviour.BehaviourCache;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.behaviour.BehaviourCacheContract;
import java.time.Duration;

class InMemoryBehaviourCacheTest implements BehaviourCacheContract, NoBackend {
    private final SettableClock clock = SettableClock.startingNow();
    private final BehaviourCache cache = new InMemoryBehaviourCache(clock);

    @Override
    public BehaviourCache cache() {
        return cache;
    }

    @Override
    public void letPass(Duration time) {
        clock.advance(time);
    }
}
