package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The data that a channel registers of a person whom it has authenticated.
 *
 * @param idTokenHint the token that ends the session at logout, at most 8 KiB
 * @param expiresAt when the authentication ends, to the millisecond
 */
public record Registration(
        ChannelId channelId,
        UserId userId,
        AuthorizationId authorizationId,
        Authentication authentication,
        Optional<Secret> idTokenHint,
        Optional<Instant> expiresAt) {
    /** Most bytes that an idTokenHint may have. */
    public static final int LONGEST_HINT = 8 * 1024;

    public Registration {
        requireNonNull(channelId, "channelId");
        requireNonNull(userId, "userId");
        requireNonNull(authorizationId, "authorizationId");
        requireNonNull(authentication, "authentication");
        if (idTokenHint
                .filter(hint -> hint.length() < 1 || hint.length() > LONGEST_HINT)
                .isPresent()) {
            throw new IllegalArgumentException("idTokenHint must be 1 to 8192 bytes");
        }
        expiresAt = expiresAt.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether both are of the same person by the same means in the same channel. */
    public boolean isOfSamePersonAs(Registration other) {
        return channelId.equals(other.channelId)
                && userId.equals(other.userId)
                && authentication.equals(other.authentication);
    }

    /** The same without the token, as it may be cached. */
    public Registration withoutIdTokenHint() {
        return new Registration(channelId, userId, authorizationId, authentication, Optional.empty(), expiresAt);
    }

    @Override
    public String toString() {
        return "Registration[" + channelId.text() + ", redacted]";
    }
}
