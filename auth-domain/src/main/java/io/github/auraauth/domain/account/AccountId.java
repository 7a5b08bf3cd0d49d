package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.RandomIds;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Identifier of an account, which everything refers to and which is never used again.
 *
 * @param value a UUID in full, in lower case
 */
public record AccountId(String value) {
    public AccountId {
        if (!RandomIds.isUuid(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException("value must be a UUID in lower case");
        }
    }

    /** The identifier of a text, or empty when it is none. */
    public static Optional<AccountId> parse(String text) {
        return RandomIds.isUuid(text) ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    public static AccountId random(SecureRandom random) {
        return new AccountId(RandomIds.uuid(random));
    }
}
