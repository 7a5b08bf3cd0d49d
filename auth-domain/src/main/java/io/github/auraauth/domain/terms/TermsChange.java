package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/**
 * One line of the history of a user's records.
 *
 * @param status the one that the record had from then on; empty when it was deleted
 */
public record TermsChange(Terms terms, Kind kind, Optional<TermsStatus> status, TermsStamp stamp) {
    public TermsChange {
        requireNonNull(terms, "terms");
        requireNonNull(kind, "kind");
        requireNonNull(stamp, "stamp");
        if (status.isPresent() == (kind == Kind.DELETED)) {
            throw new IllegalArgumentException("a deleted record has no status, any other has one");
        }
    }

    /** What was done to the record. */
    public enum Kind {
        CREATED("created"),
        CHANGED("changed"),
        DELETED("deleted");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The kind as it is stored. */
        public String text() {
            return text;
        }

        /** The kind of that text, or empty. */
        public static Optional<Kind> parse(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text.equals(text))
                    .findFirst();
        }
    }
}
