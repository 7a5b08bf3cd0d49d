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
 * Times as programs have written them: dates, texts by ISO 8601, and numbers of milliseconds since 1970. A text without
 * an offset is UTC, one without a time is the beginning of its day.
 */
final class StoredTimes {
    /** Beyond these a number is no time; an {@code Instant} holds more than a {@code Date}. */
    private static final double MOST_MILLIS = Long.MAX_VALUE / 2.0;

    private StoredTimes() {}

    /** Whether the row has the field at all. */
    static boolean has(Document row, String field) {
        return row.get(field) != null;
    }

    /** The time in that field; empty when there is none or it cannot be read. */
    static Optional<Instant> read(Document row, String field) {
        Object value = row.get(field);
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
