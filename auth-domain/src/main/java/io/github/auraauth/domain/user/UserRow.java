package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A stored row of a person: a user, or what another program has written in the users' place and cannot be read as one.
 * The identifiers are texts as they are stored; those of an unreadable row may not have the form of an identifier.
 *
 * @param key names the row in its store and nowhere else; opaque
 * @param auraId empty when the row has none
 * @param userId empty when the row has none
 * @param auraGlobalId empty when the row has none
 * @param user empty when the row cannot be read as one
 */
public record UserRow(
        String key,
        Optional<String> auraId,
        Optional<String> userId,
        Optional<String> auraGlobalId,
        Optional<User> user) {
    public UserRow {
        requireNonNull(key, "key");
        requireNonNull(auraId, "auraId");
        requireNonNull(userId, "userId");
        requireNonNull(auraGlobalId, "auraGlobalId");
        requireNonNull(user, "user");
    }

    /** The row of a user who can be read. */
    public static UserRow of(String key, User user) {
        return new UserRow(
                key,
                Optional.of(user.auraId().value()),
                Optional.of(user.registration().userId().value()),
                Optional.of(user.auraGlobalId().text()),
                Optional.of(user));
    }

    @Override
    public String toString() {
        return "UserRow[" + (user.isPresent() ? "readable" : "unreadable") + ", redacted]";
    }
}
