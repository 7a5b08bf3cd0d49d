package io.github.auraauth.front.response;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes JSON member by member, without reflection. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 640;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Json() {}

    /** One object as UTF-8. */
    public static byte[] object(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** One array as UTF-8, with the elements that are written. */
    public static byte[] array(Members elements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartArray();
            elements.write(json);
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** A time in ISO 8601, UTC, with milliseconds: {@code 2026-12-01T10:15:30.000Z}. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** Writes the members of an object, or the elements of an array. */
    @FunctionalInterface
    public interface Members {
        void write(JsonGenerator json) throws IOException;
    }
}
