package io.github.auraauth.front.response;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes JSON member by member, without reflection. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 640;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final int LAST_OF_FOUR_DIGITS = 9999;
    private static final int NANOS_OF_MILLI = 1_000_000;

    /** Where the last digits are in a time. */
    private static final int YEAR = 3;

    private static final int MONTH = 6;
    private static final int DAY = 9;
    private static final int HOUR = 12;
    private static final int MINUTE = 15;
    private static final int SECOND = 18;
    private static final int MILLI = 22;

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
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_OF_FOUR_DIGITS) {
            return TIME.format(time);
        }
        // a formatter takes four times as long, which was most of what writing a user took
        char[] text = "0000-00-00T00:00:00.000Z".toCharArray();
        add(utc.getYear(), text, YEAR);
        add(utc.getMonthValue(), text, MONTH);
        add(utc.getDayOfMonth(), text, DAY);
        add(utc.getHour(), text, HOUR);
        add(utc.getMinute(), text, MINUTE);
        add(utc.getSecond(), text, SECOND);
        add(utc.getNano() / NANOS_OF_MILLI, text, MILLI);
        return String.valueOf(text);
    }

    /** Adds a number to the zeros of which the last is there. */
    private static void add(int number, char[] text, int last) {
        for (int i = last, rest = number; rest > 0; i--, rest /= 10) {
            text[i] += (char) (rest % 10);
        }
    }

    /** Writes the members of an object, or the elements of an array. */
    @FunctionalInterface
    public interface Members {
        void write(JsonGenerator json) throws IOException;
    }
}
