package io.github.auraauth.domain.behaviour;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What behaves: a route of ours, or a service that we call.
 *
 * @param name the whole template of the route's path, such as {@code /aura-services/v1/users/{auraId}}, or what metrics call
 *     the service
 * @param method of the route; in a rule empty for any, and empty for a service
 */
public record BehaviourTarget(Kind kind, String name, Optional<String> method) {
    public BehaviourTarget {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(method, "method");
    }

    /** Kinds of targets. */
    public enum Kind {
        ROUTE,
        DEPENDENCY
    }

    /** A route by its template, with a method and a space before it or without. */
    public static BehaviourTarget route(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? new BehaviourTarget(Kind.ROUTE, text, Optional.empty())
                : new BehaviourTarget(Kind.ROUTE, text.substring(space + 1), Optional.of(text.substring(0, space)));
    }

    /** A service that we call, by its name. */
    public static BehaviourTarget dependency(String name) {
        return new BehaviourTarget(Kind.DEPENDENCY, name, Optional.empty());
    }

    /** Whether that one is this, or one of those that this means. */
    public boolean covers(BehaviourTarget other) {
        return kind == other.kind && name.equals(other.name) && (method.isEmpty() || method.equals(other.method));
    }

    /** As {@link #route} and {@link #dependency} read it. */
    @Override
    public String toString() {
        return method.map(verb -> verb + ' ').orElse("") + name;
    }
}
