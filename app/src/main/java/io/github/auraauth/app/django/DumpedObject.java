package io.github.auraauth.app.django;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One object of a dump.
 *
 * @param key its primary key as text; empty where the dump has none
 * @param fields by name: texts (numbers too), booleans, lists and maps of these; what is null is absent
 */
record DumpedObject(String model, String key, Map<String, Object> fields) {
    DumpedObject {
        fields = Map.copyOf(fields);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The field's text; empty where it is absent. */
    String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    boolean flag(String field, boolean otherwise) {
        return fields.get(field) instanceof Boolean flag ? flag : otherwise;
    }

    /** The field's time, or the begin of its day; Django leaves the offset out where it keeps none, and means UTC then. */
    Optional<Instant> time(String field) {
        String given = text(field);
        String text = given.matches("\\d{4}-\\d\\d-\\d\\d") ? given + "T00:00:00" : given;
        try {
            boolean local = text.matches("[^T]*T[^Z+-]*");
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            OffsetDateTime.parse(local ? text + "Z" : text).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** What the field refers to; empty where it is absent. */
    Optional<Reference> reference(String field) {
        return Optional.ofNullable(fields.get(field)).map(Reference::of);
    }

    /** All that the field refers to. */
    List<Reference> references(String field) {
        return fields.get(field) instanceof List<?> list
                ? list.stream().map(Reference::of).toList()
                : List.of();
    }

    /** Says nothing of the fields. */
    @Override
    public String toString() {
        return "DumpedObject[" + model + "]";
    }

    /**
     * Another object, by its primary key or by its natural key.
     *
     * @param parts one for a primary key
     */
    record Reference(boolean natural, List<String> parts) {
        Reference {
            parts = List.copyOf(parts);
        }

        private static Reference of(Object value) {
            return value instanceof List<?> parts
                    ? new Reference(true, parts.stream().map(String::valueOf).toList())
                    : new Reference(false, List.of(String.valueOf(value)));
        }

        /** Says nothing of the parts. */
        @Override
        public String toString() {
            return "Reference[redacted]";
        }
    }
}
