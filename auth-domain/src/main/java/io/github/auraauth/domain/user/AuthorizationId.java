package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Identifier of an authentication session in Kernel; one session, one user.
 *
 * @param value 1 to 128 code points without control characters
 */
public record AuthorizationId(String value) {
    /** Most code points that an authorizationId may have. */
    public static final int LONGEST = 128;

    public AuthorizationId {
        requireNonNull(value, "value");
        TextRules.requirePlain(value, LONGEST, "authorizationId");
    }

    /** The authorizationId of a given text, or empty when it does not have the form. */
    public static Optional<AuthorizationId> parse(String text) {
        return TextRules.isPlain(text, LONGEST) ? Optional.of(new AuthorizationId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "AuthorizationId[redacted]";
    }
}
