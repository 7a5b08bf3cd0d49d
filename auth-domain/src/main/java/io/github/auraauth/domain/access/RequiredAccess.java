package io.github.auraauth.domain.access;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * The access that an operation requires of a key: one of the levels, a scope, and a mode.
 *
 * @param anyOf at least one level; a key of any of them will do
 * @param scope the group of endpoints, {@link #AURA_SERVICES} for all of ours
 * @param mode what the operation does
 */
public record RequiredAccess(Set<AccessLevel> anyOf, String scope, AccessMode mode) {
    /** The scope of this service's endpoints. */
    public static final String AURA_SERVICES = "aura-services";

    public RequiredAccess {
        requireNonNull(mode, "mode");
        anyOf = Set.copyOf(requireNonNull(anyOf, "anyOf"));
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("anyOf must name a level");
        }
        if (scope.isEmpty()) {
            throw new IllegalArgumentException("scope must not be empty");
        }
    }

    /** Any valid key with the scope {@code aura-services} and that mode. */
    public static RequiredAccess ofPublic(AccessMode mode) {
        return new RequiredAccess(Set.of(AccessLevel.PUBLIC), AURA_SERVICES, mode);
    }
}
