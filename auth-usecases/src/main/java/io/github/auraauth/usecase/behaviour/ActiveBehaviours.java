package io.github.auraauth.usecase.behaviour;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.domain.behaviour.BehaviourRules;
import io.github.auraauth.domain.behaviour.BehaviourTarget;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How calls are to behave, by the rules that count now. Waits for nothing. Safe for use by many threads. */
public final class ActiveBehaviours {
    private final InstantSource clock;
    private final RandomGenerator random;
    private volatile BehaviourRules rules = BehaviourRules.NONE;

    /** @param random safe for use by many threads */
    public ActiveBehaviours(InstantSource clock, RandomGenerator random) {
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
    }

    /** How a call that is made now is to behave; empty for as usual. */
    public Optional<Behaviour> of(BehaviourTarget called) {
        return rules.of(called, clock.instant(), random);
    }

    /** From now on these count. */
    public void use(BehaviourRules others) {
        rules = requireNonNull(others, "others");
    }
}
