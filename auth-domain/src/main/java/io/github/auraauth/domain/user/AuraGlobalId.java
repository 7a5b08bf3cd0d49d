package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Identifier that one authentication has in every channel. */
public record AuraGlobalId(UUID value) {
    public AuraGlobalId {
        requireNonNull(value, "value");
    }

    /** Reads the full form of a UUID, in any case. */
    public static Optional<AuraGlobalId> parse(String text) {
        return TextRules.uuid(text).map(AuraGlobalId::new);
    }

    /** The UUID in lower case. */
    public String text() {
        return value.toString();
    }
}
