package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a client is to be told of a logout, until it has been or it is too late.
 *
 * @param id UUID in lower case
 * @param subject of the person
 * @param attempts that have been made
 * @param dueAt of the next one, to the millisecond
 * @param expiresAt from when on it is too late, to the millisecond
 */
public record LogoutNotice(
        String id, ClientId client, String subject, SessionId session, int attempts, Instant dueAt, Instant expiresAt) {
    /** How long it is tried. */
    public static final Duration KEPT = Duration.ofHours(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    public LogoutNotice {
        requireNonNull(id, "id");
        requireNonNull(client, "client");
        requireNonNull(subject, "subject");
        requireNonNull(session, "session");
        dueAt = dueAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A new one, due at once. */
    public static LogoutNotice create(String id, ClientId client, String subject, SessionId session, Instant now) {
        return new LogoutNotice(id, client, subject, session, 0, now, now.plus(KEPT));
    }

    /** The same while an attempt is made: the next is due when this one has failed, each time after twice as long. */
    public LogoutNotice attempted(Instant now) {
        Instant next = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10)));
        Instant due = next.isBefore(expiresAt) ? next : expiresAt;
        return new LogoutNotice(id, client, subject, session, attempts + 1, due, expiresAt);
    }
}
