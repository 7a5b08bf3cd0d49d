package io.github.auraauth.domain.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.RandomIds;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Identifier of a session, by which its owner ends it; no secret.
 *
 * @param value a UUID in full, in lower case
 */
public record SessionId(String value) {
    public SessionId {
        if (!RandomIds.isUuid(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException("value must be a UUID in lower case");
        }
    }

    /** The identifier of a text, or empty when it is none. */
    public static Optional<SessionId> parse(String text) {
        return RandomIds.isUuid(text) ? Optional.of(new SessionId(text)) : Optional.empty();
    }

    public static SessionId random(SecureRandom random) {
        return new SessionId(RandomIds.uuid(random));
    }
}
