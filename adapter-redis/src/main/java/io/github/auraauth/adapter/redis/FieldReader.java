package io.github.auraauth.adapter.redis;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads what {@link FieldWriter} wrote. Throws {@code BufferUnderflowException}, {@code IllegalArgumentException} or
 * {@code DateTimeException} for bytes that it did not write. For one thread.
 */
final class FieldReader {
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ByteBuffer buffer;

    FieldReader(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes);
    }

    byte readByte() {
        return buffer.get();
    }

    long readLong() {
        return buffer.getLong();
    }

    UUID readUuid() {
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    Instant readInstant() {
        long seconds = buffer.getLong();
        short millis = buffer.getShort();
        if (millis < 0 || millis >= MILLIS_PER_SECOND) {
            throw new IllegalArgumentException("no milliseconds of a second");
        }
        return Instant.ofEpochSecond(seconds, millis * NANOS_PER_MILLI);
    }

    String readText() {
        short length = buffer.getShort();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    <T> Optional<T> readOptional(Supplier<T> reader) {
        return switch (buffer.get()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(reader.get());
            default -> throw new IllegalArgumentException("neither present nor absent");
        };
    }

    boolean isAtEnd() {
        return !buffer.hasRemaining();
    }
}
