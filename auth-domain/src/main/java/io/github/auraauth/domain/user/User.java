package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A registered user. Times are kept to the millisecond, which is what every store can hold.
 *
 * @param created when the auraId came to be; never changes
 * @param registeredAt the last registration or renewal
 * @param lastAccess the last access that was noted, at most once in a set interval
 */
public record User(
        AuraId auraId,
        AuraGlobalId auraGlobalId,
        Registration registration,
        Instant created,
        Instant registeredAt,
        Instant lastAccess) {
    public User {
        requireNonNull(auraId, "auraId");
        requireNonNull(auraGlobalId, "auraGlobalId");
        requireNonNull(registration, "registration");
        created = created.truncatedTo(ChronoUnit.MILLIS);
        registeredAt = registeredAt.truncatedTo(ChronoUnit.MILLIS);
        lastAccess = lastAccess.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A user who registers now. */
    public static User registered(AuraId auraId, AuraGlobalId auraGlobalId, Registration registration, Instant now) {
        return new User(auraId, auraGlobalId, registration, now, now, now);
    }

    /** Whether the authentication has ended by then; such a user is absent everywhere. */
    public boolean isExpiredAt(Instant now) {
        return registration.expiresAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** The same with the token and the end that a repeated registration brings. */
    public User repeated(Registration repeated) {
        return new User(auraId, auraGlobalId, repeated, created, registeredAt, lastAccess);
    }

    /** The same without the token, as it may be cached. */
    public User withoutIdTokenHint() {
        return new User(auraId, auraGlobalId, registration.withoutIdTokenHint(), created, registeredAt, lastAccess);
    }

    @Override
    public String toString() {
        return "User[" + auraGlobalId.text() + ", redacted]";
    }
}
