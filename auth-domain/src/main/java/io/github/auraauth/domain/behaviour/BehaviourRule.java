package io.github.auraauth.domain.behaviour;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How something is to behave, and when.
 *
 * @param percent of the calls that it is for, 1 to 100
 * @param until the moment from which it is for none any more; empty for never
 */
public record BehaviourRule(BehaviourTarget target, Behaviour behaviour, int percent, Optional<Instant> until) {
    /** All calls. */
    public static final int ALL = 100;

    public BehaviourRule {
        requireNonNull(target, "target");
        requireNonNull(behaviour, "behaviour");
        requireNonNull(until, "until");
        if (percent < 1 || percent > ALL) {
            throw new IllegalArgumentException("percent must be 1 to 100");
        }
    }

    /** Whether it is for a call that is made now. */
    boolean actsOn(BehaviourTarget called, Instant now, RandomGenerator random) {
        return target.covers(called)
                && until.map(now::isBefore).orElse(true)
                && (percent == ALL || random.nextInt(ALL) < percent);
    }
}
