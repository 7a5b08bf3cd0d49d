package io.github.auraauth.domain.provider;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A scope: what a client may ask to be told (OpenID Connect Core 1.0, sections 5.4 and 11). Others are ignored. */
public enum Scope {
    OPENID("openid"),
    PROFILE("profile"),
    EMAIL("email"),
    OFFLINE_ACCESS("offline_access");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    /** As requests name it. */
    public String value() {
        return value;
    }

    /** The scope of a name, or empty when it is none of these. */
    public static Optional<Scope> parse(String name) {
        for (Scope scope : values()) {
            if (scope.value.equals(name)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    /** Those among a list with spaces between (RFC 6749, section 3.3). */
    public static Set<Scope> among(String list) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String name : list.split(" ", -1)) {
            parse(name).ifPresent(scopes::add);
        }
        return scopes;
    }

    /** The names of scopes. */
    public static Set<String> names(Set<Scope> scopes) {
        return scopes.stream().map(Scope::value).collect(Collectors.toUnmodifiableSet());
    }

    /** A list of names, in the order that scopes have here. */
    public static String list(Set<String> names) {
        return EnumSet.allOf(Scope.class).stream()
                .map(Scope::value)
                .filter(names::contains)
                .collect(Collectors.joining(" "));
    }
}
