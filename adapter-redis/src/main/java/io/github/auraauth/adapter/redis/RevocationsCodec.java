package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.Revocations;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Encodes sets of revocations as bytes and decodes them. */
final class RevocationsCodec {
    private static final byte VERSION = 1;
    private static final byte FINGERPRINT = 1;
    private static final byte KEY_ID = 2;
    private static final byte CONSUMER = 3;

    private RevocationsCodec() {}

    static byte[] encode(Revocations set) {
        List<Revocation> all = set.all();
        FieldWriter fields = new FieldWriter();
        fields.writeByte(VERSION);
        fields.writeLong(set.version());
        fields.writeLong(all.size());
        for (Revocation revocation : all) {
            fields.writeByte(number(revocation.kind()));
            fields.writeText(revocation.subject());
            fields.writeInstant(revocation.at());
        }
        return fields.written();
    }

    /** The set; empty when the bytes are not of this version. */
    static Optional<Revocations> decode(byte[] bytes) {
        FieldReader fields = new FieldReader(bytes);
        try {
            return fields.readByte() == VERSION ? Optional.of(decode(fields)) : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Revocations decode(FieldReader fields) {
        long version = fields.readLong();
        List<Revocation> all = new ArrayList<>();
        for (long left = fields.readLong(); left > 0; left--) {
            all.add(new Revocation(kind(fields.readByte()), fields.readText(), fields.readInstant()));
        }
        if (!fields.isAtEnd()) {
            throw new IllegalArgumentException("something follows the set");
        }
        return Revocations.of(version, all);
    }

    private static byte number(Revocation.Kind kind) {
        return switch (kind) {
            case FINGERPRINT -> FINGERPRINT;
            case KEY_ID -> KEY_ID;
            case CONSUMER -> CONSUMER;
        };
    }

    private static Revocation.Kind kind(byte number) {
        return switch (number) {
            case FINGERPRINT -> Revocation.Kind.FINGERPRINT;
            case KEY_ID -> Revocation.Kind.KEY_ID;
            case CONSUMER -> Revocation.Kind.CONSUMER;
            default -> throw new IllegalArgumentException("no kind of revocation");
        };
    }
}
