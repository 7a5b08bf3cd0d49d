package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogPosition;
import io.github.auraauth.domain.invalidation.Provenance;
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
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Encodes cached users as bytes and decodes them. First a version, so that instances of two releases can share a Redis: each
 * reads only its own. Then the time at which the value expires, since a Redis that was away or restored from a backup starts
 * its own time to live anew; then the value's provenance, and the user if there is one.
 */
final class CachedUserCodec {
    private static final byte VERSION = 2;

    private CachedUserCodec() {}

    static byte[] encode(CachedUser value, Instant end) {
        return Fields.written(to -> {
            to.writeByte(VERSION);
            Fields.writeInstant(end, to);
            writeProvenance(value.provenance(), to);
            to.writeBoolean(value.user().isPresent());
            if (value.user().isPresent()) {
                writeUser(value.user().get(), to);
            }
        });
    }

    /** The value; empty when it has expired by {@code now}, is of another version, or is invalid. */
    static Optional<CachedUser> decode(byte[] bytes, Instant now) {
        return Fields.read(bytes, from -> {
            if (from.readByte() != VERSION || !now.isBefore(Fields.readInstant(from))) {
                return Optional.empty();
            }
            Provenance provenance = readProvenance(from);
            Optional<User> user = Fields.readPresence(from) ? Optional.of(readUser(from)) : Optional.empty();
            return Optional.of(new CachedUser(user, provenance));
        });
    }

    private static void writeProvenance(Provenance provenance, DataOutputStream to) throws IOException {
        Fields.writeText(provenance.epoch().id(), to);
        Fields.writeInstant(provenance.readAt(), to);
        to.writeInt(provenance.finished().size());
        for (LogPosition position : provenance.finished()) {
            Fields.writeText(position.writer(), to);
            to.writeLong(position.number());
        }
    }

    private static Provenance readProvenance(DataInputStream from) throws IOException {
        Epoch epoch = new Epoch(Fields.readText(from));
        Instant readAt = Fields.readInstant(from);
        Set<LogPosition> finished = new HashSet<>();
        for (int left = from.readInt(); left > 0; left--) {
            finished.add(new LogPosition(Fields.readText(from), from.readLong()));
        }
        return new Provenance(finished, epoch, readAt);
    }

    private static void writeUser(User user, DataOutputStream to) throws IOException {
        Registration registration = user.registration();
        Fields.writeText(user.auraId().value(), to);
        Fields.writeUuid(user.auraGlobalId().value(), to);
        Fields.writeUuid(registration.channelId().value(), to);
        Fields.writeText(registration.userId().value(), to);
        Fields.writeText(registration.authorizationId().value(), to);
        Fields.writeText(registration.authentication().type().text(), to);
        Fields.writeText(registration.authentication().identifier(), to);
        to.writeBoolean(registration.expiresAt().isPresent());
        if (registration.expiresAt().isPresent()) {
            Fields.writeInstant(registration.expiresAt().get(), to);
        }
        Fields.writeInstant(user.created(), to);
        Fields.writeInstant(user.registeredAt(), to);
        Fields.writeInstant(user.lastAccess(), to);
    }

    private static User readUser(DataInputStream from) throws IOException {
        AuraId auraId = new AuraId(Fields.readText(from));
        AuraGlobalId globalId = new AuraGlobalId(Fields.readUuid(from));
        Registration registration = new Registration(
                new ChannelId(Fields.readUuid(from)),
                new UserId(Fields.readText(from)),
                new AuthorizationId(Fields.readText(from)),
                new Authentication(readType(from), Fields.readText(from)),
                Optional.empty(),
                Fields.readPresence(from) ? Optional.of(Fields.readInstant(from)) : Optional.empty());
        return new User(
                auraId,
                globalId,
                registration,
                Fields.readInstant(from),
                Fields.readInstant(from),
                Fields.readInstant(from));
    }

    private static AuthenticationType readType(DataInputStream from) throws IOException {
        return AuthenticationType.parse(Fields.readText(from))
                .orElseThrow(() -> new IllegalArgumentException("unknown authenticationType"));
    }
}
