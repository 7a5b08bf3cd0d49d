package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Encodes cached users as bytes and decodes them. First a version, so that instances of two releases can share a Redis: each
 * reads only its own. Then the time at which the value expires, since a Redis that was away or restored from a backup starts
 * its own time to live anew; then the fill number, and the user if there is one.
 */
final class CachedUserCodec {
    private static final byte VERSION = 1;

    private CachedUserCodec() {}

    static byte[] encode(CachedUser value, Instant end) {
        FieldWriter to = new FieldWriter();
        to.writeByte(VERSION);
        to.writeInstant(end);
        to.writeLong(value.fillNumber());
        to.writeOptional(value.user(), user -> writeUser(user, to));
        return to.written();
    }

    /** The value; empty when it has expired by {@code now}, is of another version, or is invalid. */
    static Optional<CachedUser> decode(byte[] bytes, Instant now) {
        try {
            FieldReader from = new FieldReader(bytes);
            if (from.readByte() != VERSION || !now.isBefore(from.readInstant())) {
                return Optional.empty();
            }
            long fillNumber = from.readLong();
            Optional<User> user = from.readOptional(() -> readUser(from));
            return from.isAtEnd() ? Optional.of(new CachedUser(user, fillNumber)) : Optional.empty();
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | DateTimeException
                | ArithmeticException garbage) {
            return Optional.empty();
        }
    }

    private static void writeUser(User user, FieldWriter to) {
        Registration registration = user.registration();
        to.writeText(user.auraId().value());
        to.writeUuid(user.auraGlobalId().value());
        to.writeUuid(registration.channelId().value());
        to.writeText(registration.userId().value());
        to.writeText(registration.authorizationId().value());
        to.writeText(registration.authentication().type().text());
        to.writeText(registration.authentication().identifier());
        to.writeOptional(registration.expiresAt(), to::writeInstant);
        to.writeInstant(user.created());
        to.writeInstant(user.registeredAt());
        to.writeInstant(user.lastAccess());
    }

    private static User readUser(FieldReader from) {
        AuraId auraId = new AuraId(from.readText());
        AuraGlobalId globalId = new AuraGlobalId(from.readUuid());
        Registration registration = new Registration(
                new ChannelId(from.readUuid()),
                new UserId(from.readText()),
                new AuthorizationId(from.readText()),
                new Authentication(readType(from), from.readText()),
                Optional.empty(),
                from.readOptional(from::readInstant));
        return new User(auraId, globalId, registration, from.readInstant(), from.readInstant(), from.readInstant());
    }

    private static AuthenticationType readType(FieldReader from) {
        return AuthenticationType.parse(from.readText())
                .orElseThrow(() -> new IllegalArgumentException("unknown authenticationType"));
    }
}
