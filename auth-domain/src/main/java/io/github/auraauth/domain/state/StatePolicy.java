package io.github.auraauth.domain.state;

import java.util.Optional;

/** Which versions of login states are accepted. */
public enum StatePolicy {
    /** Version 2 only. */
    STRICT,
    /** Version 1 too, which is not authenticated: whoever holds such a state can alter what it says. */
    COMPAT;

    /** The policy of that word in lower case, or empty when there is none. */
    public static Optional<StatePolicy> parse(String text) {
        return switch (text) {
            case "strict" -> Optional.of(STRICT);
            case "compat" -> Optional.of(COMPAT);
            default -> Optional.empty();
        };
    }
}
