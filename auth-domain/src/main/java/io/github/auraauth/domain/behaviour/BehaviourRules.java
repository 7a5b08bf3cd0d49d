package io.github.auraauth.domain.behaviour;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Rules in an order: of those that act on a call, the first counts. */
public record BehaviourRules(List<BehaviourRule> rules) {
    public static final BehaviourRules NONE = new BehaviourRules(List.of());

    public BehaviourRules {
        rules = List.copyOf(rules);
    }

    /**
     * How a call that is made now is to behave; empty for as usual.
     *
     * @param random decides where a rule is for some calls only
     */
    public Optional<Behaviour> of(BehaviourTarget called, Instant now, RandomGenerator random) {
        for (BehaviourRule rule : rules) {
            if (rule.actsOn(called, now, random)) {
                return Optional.of(rule.behaviour());
            }
        }
        return Optional.empty();
    }

    /** What rules name that is none of these, each once. */
    public List<BehaviourTarget> beyond(Collection<BehaviourTarget> known) {
        return rules.stream()
                .map(BehaviourRule::target)
                .filter(named -> known.stream().noneMatch(named::covers))
                .distinct()
                .toList();
    }
}
