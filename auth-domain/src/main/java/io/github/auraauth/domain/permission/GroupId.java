package io.github.auraauth.domain.permission;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.RandomIds;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Identifier of a group, which stays when its name changes.
 *
 * @param value a UUID in full, in lower case
 */
public record GroupId(String value) {
    public GroupId {
        if (!RandomIds.isUuid(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException("value must be a UUID in lower case");
        }
    }

    /** The identifier of a text, or empty when it is none. */
    public static Optional<GroupId> parse(String text) {
        return RandomIds.isUuid(text) ? Optional.of(new GroupId(text)) : Optional.empty();
    }

    public static GroupId random(SecureRandom random) {
        return new GroupId(RandomIds.uuid(random));
    }
}
