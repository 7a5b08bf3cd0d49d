package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.Revocations;
import java.io.DataInputStream;
import java.io.IOException;
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
        return Fields.written(to -> {
            List<Revocation> all = set.all();
            to.writeByte(VERSION);
            to.writeLong(set.version());
            to.writeLong(all.size());
            for (Revocation revocation : all) {
                to.writeByte(number(revocation.target()));
                Fields.writeText(revocation.subject(), to);
                Fields.writeInstant(revocation.at(), to);
            }
        });
    }

    /** The set; empty when the bytes are not of this version, or invalid. */
    static Optional<Revocations> decode(byte[] bytes) {
        return Fields.read(
                bytes, from -> from.readByte() == VERSION ? Optional.of(revocations(from)) : Optional.empty());
    }

    private static Revocations revocations(DataInputStream from) throws IOException {
        long version = from.readLong();
        List<Revocation> all = new ArrayList<>();
        for (long left = from.readLong(); left > 0; left--) {
            all.add(new Revocation(target(from.readByte()), Fields.readText(from), Fields.readInstant(from)));
        }
        return Revocations.of(version, all);
    }

    private static byte number(Revocation.Target target) {
        return switch (target) {
            case FINGERPRINT -> FINGERPRINT;
            case KEY_ID -> KEY_ID;
            case CONSUMER -> CONSUMER;
        };
    }

    private static Revocation.Target target(byte number) {
        return switch (number) {
            case FINGERPRINT -> Revocation.Target.FINGERPRINT;
            case KEY_ID -> Revocation.Target.KEY_ID;
            case CONSUMER -> Revocation.Target.CONSUMER;
            default -> throw new IllegalArgumentException("no kind of revocation");
        };
    }
}
