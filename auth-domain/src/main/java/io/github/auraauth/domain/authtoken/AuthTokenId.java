package io.github.auraauth.domain.authtoken;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.RandomIds;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Identifier of an auth token, which is no secret.
 *
 * @param value a UUID in full, in lower case
 */
public record AuthTokenId(String value) {
    public AuthTokenId {
        if (!RandomIds.isUuid(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException("value must be a UUID in lower case");
        }
    }

    /** The identifier of a text, or empty when it is none. */
    public static Optional<AuthTokenId> parse(String text) {
        return RandomIds.isUuid(text) ? Optional.of(new AuthTokenId(text)) : Optional.empty();
    }

    public static AuthTokenId random(SecureRandom random) {
        return new AuthTokenId(RandomIds.uuid(random));
    }
}
