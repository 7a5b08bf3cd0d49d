package io.github.auraauth.adapter.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes fields one after the other, big end first; {@link FieldReader} reads them back. For one thread. */
final class FieldWriter {
    private static final int USUAL_BYTES = 512;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private ByteBuffer buffer = ByteBuffer.allocate(USUAL_BYTES);

    void writeByte(byte value) {
        room(Byte.BYTES).put(value);
    }

    void writeLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    void writeUuid(UUID value) {
        writeLong(value.getMostSignificantBits());
        writeLong(value.getLeastSignificantBits());
    }

    /** Milliseconds beside the seconds, since one number of milliseconds does not hold every Instant. */
    void writeInstant(Instant value) {
        writeLong(value.getEpochSecond());
        room(Short.BYTES).putShort((short) (value.getNano() / NANOS_PER_MILLI));
    }

    void writeText(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("text is too long");
        }
        room(Short.BYTES + utf8.length).putShort((short) utf8.length).put(utf8);
    }

    <T> void writeOptional(Optional<T> value, Consumer<T> writer) {
        writeByte((byte) (value.isPresent() ? 1 : 0));
        value.ifPresent(writer);
    }

    byte[] written() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            byte[] larger = Arrays.copyOf(buffer.array(), 2 * buffer.capacity() + bytes);
            buffer = ByteBuffer.wrap(larger).position(buffer.position());
        }
        return buffer;
    }
}
