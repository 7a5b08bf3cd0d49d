package io.github.auraauth.adapter.mongo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Decimal128;

/**
 * Reads the times that various programs have stored: dates, ISO 8601 texts, and numbers of milliseconds since 1970. A text
 * without an offset is in UTC, one without a time of day is the beginning of its day.
 */
public final class TimeFieldReader {
    /** Numbers beyond this are not read as times: an {@code Instant} holds more than a {@code Date}. */
    private static final double MOST_MILLIS = Long.MAX_VALUE / 2.0;

    private TimeFieldReader() {}

    /** Whether the document has a value in that field. */
    public static boolean has(Document document, String field) {
        return document.get(field) != null;
    }

    /** The time in that field; empty when there is none or it cannot be read. */
    public static Optional<Instant> read(Document document, String field) {
        Object value = document.get(field);
        if (value instanceof Date date) {
            return Optional.of(date.toInstant());
        }
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof Decimal128 decimal) {
            return ofMillis(decimal.doubleValue());
        }
        return value instanceof Number number ? ofMillis(number.doubleValue()) : Optional.empty();
    }

    private static Optional<Instant> ofMillis(double millis) {
        return Math.abs(millis) < MOST_MILLIS ? Optional.of(Instant.ofEpochMilli((long) millis)) : Optional.empty();
    }

    private static Optional<Instant> ofText(String text) {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof LocalDateTime local
                            ? local.toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.from(time).toInstant());
        } catch (DateTimeException noDateTime) {
            return ofDay(text);
        }
    }

    private static Optional<Instant> ofDay(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
