package io.github.auraauth.adapter.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes and reads the fields of what is kept in Redis, over the JDK's data streams. */
final class Fields {
    private static final int USUAL_BYTES = 512;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Fields() {}

    /** Writes the fields of one value. */
    interface Writer {
        void writeTo(DataOutputStream to) throws IOException;
    }

    /** Reads the fields of one value; may throw for any bytes that were not written so. */
    interface Reader<T> {
        Optional<T> readFrom(DataInputStream from) throws IOException;
    }

    static byte[] written(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try {
            writer.writeTo(new DataOutputStream(bytes));
        } catch (IOException e) { // not by a stream in memory
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The value; empty when the reader gives none, throws, or leaves bytes unread. */
    static <T> Optional<T> read(byte[] bytes, Reader<T> reader) {
        ByteArrayInputStream unread = new ByteArrayInputStream(bytes);
        try {
            Optional<T> value = reader.readFrom(new DataInputStream(unread));
            return unread.available() == 0 ? value : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException invalid) {
            return Optional.empty();
        }
    }

    static void writeUuid(UUID value, DataOutputStream to) throws IOException {
        to.writeLong(value.getMostSignificantBits());
        to.writeLong(value.getLeastSignificantBits());
    }

    static UUID readUuid(DataInputStream from) throws IOException {
        return new UUID(from.readLong(), from.readLong());
    }

    /** Milliseconds beside the seconds, since one number of milliseconds does not hold every Instant. */
    static void writeInstant(Instant value, DataOutputStream to) throws IOException {
        to.writeLong(value.getEpochSecond());
        to.writeShort(value.getNano() / NANOS_PER_MILLI);
    }

    static Instant readInstant(DataInputStream from) throws IOException {
        long seconds = from.readLong();
        short millis = from.readShort();
        if (millis < 0 || millis >= MILLIS_PER_SECOND) {
            throw new IllegalArgumentException("not milliseconds of a second");
        }
        return Instant.ofEpochSecond(seconds, (long) millis * NANOS_PER_MILLI);
    }

    static void writeText(String value, DataOutputStream to) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("text is too long");
        }
        to.writeShort(utf8.length);
        to.write(utf8);
    }

    static String readText(DataInputStream from) throws IOException {
        short length = from.readShort();
        if (length < 0) {
            throw new IllegalArgumentException("negative length");
        }
        byte[] utf8 = new byte[length];
        from.readFully(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Whether a value follows. */
    static boolean readPresence(DataInputStream from) throws IOException {
        byte flag = from.readByte();
        if (flag != 0 && flag != 1) {
            throw new IllegalArgumentException("neither present nor absent");
        }
        return flag == 1;
    }
}
