package io.github.auraauth.usecase.behaviour;

import io.github.auraauth.domain.behaviour.BehaviourRules;
import java.util.Optional;

/** Makes rules of the text of a file. Used by one thread. */
@FunctionalInterface
public interface BehaviourReader {
    /** The rules; empty where the text is no list of rules, of which it tells the operator. */
    Optional<BehaviourRules> read(String text);
}
