package io.github.auraauth.front.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schema of a body: one object, of whatever the schema allows.
 *
 * @param encoding how it is written
 * @param validation of its content
 * @param names of all its members, at whatever depth: a message may repeat these
 * @param texts schemas of its members that are texts, by name
 * @param lists names of its members that are lists: a form gives each of their elements by itself
 * @param elseEmpty whether a body that does not keep the schema counts as one without members, which its endpoint refuses
 *     as it refuses all that is wrong with them
 */
public record BodySchema(
        Encoding encoding,
        Validation validation,
        Set<String> names,
        Map<String, TextSchema> texts,
        Set<String> lists,
        boolean elseEmpty) {
    public BodySchema {
        names = Set.copyOf(names);
        texts = Map.copyOf(texts);
        lists = Set.copyOf(lists);
    }

    /** The schema of a member that is a text. */
    public Optional<TextSchema> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** Finds what is wrong with a body. Safe for use by many threads. */
    @FunctionalInterface
    public interface Validation {
        /** Everything that is wrong, in the order in which it is told; nothing where the body is as it must be. */
        List<Fault> faults(JsonNode body);
    }

    /**
     * One thing that is wrong with a body.
     *
     * @param field path of the member, such as {@code groups[0].name}; empty where it is the body itself
     * @param words what is wrong, following the field's name; they never hold a value
     */
    public record Fault(String field, String words) {
        /** The whole sentence. */
        public String sentence() {
            return field.isEmpty() ? "the body " + words : field + ' ' + words;
        }
    }

    /** How a body is written. */
    public enum Encoding {
        JSON("application/json"),
        FORM("application/x-www-form-urlencoded");

        private final String mediaType;

        Encoding(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}
