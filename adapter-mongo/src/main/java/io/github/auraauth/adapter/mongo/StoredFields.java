package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The fields of a document that only this service writes, each read as the type that it was written as. What is missing or of
 * another type is {@link Unreadable}.
 */
public final class StoredFields {
    private final Document document;

    public StoredFields(Document document) {
        this.document = requireNonNull(document, "document");
    }

    /** Whether there is such a field at all. */
    public boolean has(String field) {
        return document.containsKey(field);
    }

    /** What the text in that field is. */
    public <T> T required(String field, Function<String, Optional<T>> parse) {
        return Optional.of(field(field, String.class)).flatMap(parse).orElseThrow(() -> new Unreadable(field));
    }

    /** The same; empty where there is no such field. */
    public <T> Optional<T> optional(String field, Function<String, Optional<T>> parse) {
        return has(field) ? Optional.of(required(field, parse)) : Optional.empty();
    }

    public String text(String field) {
        return field(field, String.class);
    }

    /** The constant whose name is in that field. */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
        return required(
                field,
                name -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findAny());
    }

    public boolean flag(String field) {
        return field(field, Boolean.class);
    }

    /** A number from 0 on. */
    public long number(String field) {
        long number = field(field, Number.class).longValue();
        if (number < 0) {
            throw new Unreadable(field);
        }
        return number;
    }

    public Instant time(String field) {
        return field(field, Date.class).toInstant();
    }

    /** The time in that field; empty where there is no such field. */
    public Optional<Instant> optionalTime(String field) {
        return has(field) ? Optional.of(time(field)) : Optional.empty();
    }

    /** What each text of the list in that field is. */
    public <T> Set<T> all(String field, Function<String, Optional<T>> parse) {
        return new LinkedHashSet<>(list(field, parse));
    }

    /** The same in the order of the list, where one thing may stand twice. */
    public <T> List<T> list(String field, Function<String, Optional<T>> parse) {
        List<T> list = new ArrayList<>();
        for (Object each : field(field, List.class)) {
            list.add(Optional.ofNullable(each)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .flatMap(parse)
                    .orElseThrow(() -> new Unreadable(field)));
        }
        return List.copyOf(list);
    }

    /** The texts of the list in that field. */
    public List<String> texts(String field) {
        return list(field, Optional::of);
    }

    /** What a constructor makes of the text in that field; a text that it refuses is unreadable. */
    public <T> T value(String field, Function<String, T> constructor) {
        String text = text(field);
        return joined(field, () -> constructor.apply(text));
    }

    /** The fields of the document in that field. */
    public StoredFields part(String field) {
        return new StoredFields(field(field, Document.class));
    }

    /** The fields of the document in that field; empty where there is no such field. */
    public Optional<StoredFields> optionalPart(String field) {
        return has(field) ? Optional.of(part(field)) : Optional.empty();
    }

    /** The fields of the document in that field, each of which is a text. */
    public Map<String, String> textsByName(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        field(field, Document.class).forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new Unreadable(field);
            }
            texts.put(name, text);
        });
        return texts;
    }

    /**
     * What several fields make together.
     *
     * @param name that is reported where the value refuses them
     */
    public static <T> T joined(String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw new Unreadable(name);
        }
    }

    private <T> T field(String field, Class<T> type) {
        return Optional.ofNullable(document.get(field))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new Unreadable(field));
    }

    /** Thrown when a field cannot be read as what it should be; says nothing of its value. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String field;

        /** @param field the one that cannot be read */
        public Unreadable(String field) {
            super("the document holds no readable " + field, null, false, false);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
