package io.github.auraauth.domain.json;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A value of a flat object: a text, a whole number, or a list of texts. */
public sealed interface FlatValue {

    /** The text, if this is one. */
    default Optional<String> asText() {
        return Optional.empty();
    }

    /** The number, if this is one. */
    default Optional<Long> asWhole() {
        return Optional.empty();
    }

    /** The texts, if this is a list. */
    default Optional<List<String>> asTexts() {
        return Optional.empty();
    }

    /**
     * A text.
     *
     * @param value not empty, no half surrogate pair
     */
    record Text(String value) implements FlatValue {
        public Text {
            JsonTexts.require(requireNonNull(value, "value"), "value");
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(value);
        }
    }

    /** A whole number of at most 15 digits, which every JSON implementation holds exactly. */
    record Whole(long value) implements FlatValue {
        /** The largest number of 15 digits. */
        public static final long LARGEST = 999_999_999_999_999L;

        public Whole {
            if (value < 0 || value > LARGEST) {
                throw new IllegalArgumentException("value must be 0 to 15 digits");
            }
        }

        @Override
        public Optional<Long> asWhole() {
            return Optional.of(value);
        }
    }

    /** A list of texts, maybe empty. */
    record TextList(List<String> values) implements FlatValue {
        public TextList {
            values = List.copyOf(requireNonNull(values, "values"));
            values.forEach(value -> JsonTexts.require(value, "values"));
        }

        @Override
        public Optional<List<String>> asTexts() {
            return Optional.of(values);
        }
    }
}
