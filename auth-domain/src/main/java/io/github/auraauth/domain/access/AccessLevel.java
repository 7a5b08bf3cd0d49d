package io.github.auraauth.domain.access;

import java.util.Collections;
import java.util.Set;

/** The access levels of operations, by the consumers ({@code apps}) that a key was made for. */
public enum AccessLevel {
    /** Keys of the assistant's own components. */
    INTERNAL(Set.of("aura-bot", "aura-groot")),
    /** Keys of the operator's Kernel. */
    KERNEL(Set.of("kernel")),
    /** Every valid key of the environment. */
    PUBLIC(Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, its type does not say so
    private final Set<String> apps;

    AccessLevel(Set<String> apps) {
        this.apps = apps;
    }

    /** Whether a key made for the given consumers is of this level. */
    public boolean admits(Set<String> consumers) {
        return this == PUBLIC || !Collections.disjoint(apps, consumers);
    }
}
