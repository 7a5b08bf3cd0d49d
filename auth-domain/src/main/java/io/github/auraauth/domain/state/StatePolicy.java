package io.github.auraauth.domain.state;

import java.util.Optional;

/** Which login states are taken. */
public enum StatePolicy {
    /** Those of version 2 only. */
    STRICT,
    /** Those of version 1 too, which a holder can change. */
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
