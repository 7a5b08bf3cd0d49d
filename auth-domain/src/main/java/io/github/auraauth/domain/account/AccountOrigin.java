package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How an account came about.
 *
 * @param dateJoined to the millisecond
 * @param subject what the provider that it was imported from called the person; absent where it was not imported
 */
public record AccountOrigin(CreationMethod method, Instant dateJoined, Optional<String> subject) {
    public AccountOrigin {
        requireNonNull(method, "method");
        requireNonNull(subject, "subject");
        dateJoined = dateJoined.truncatedTo(ChronoUnit.MILLIS);
    }

    /** One that came about now, and was not imported. */
    public static AccountOrigin of(CreationMethod method, Instant now) {
        return new AccountOrigin(method, now, Optional.empty());
    }

    /** The ways. */
    public enum CreationMethod {
        /** Somebody made it, here. */
        CREATED,
        /** A line of {@code AUTH_TOKENS} named it; its permissions are those of its lines. */
        LISTED,
        /** It came out of another installation. */
        IMPORTED
    }
}
