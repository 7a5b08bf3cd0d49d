package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/**
 * One line of the history of a user's records.
 *
 * @param status the one that the record had from then on; empty when it was deleted
 */
public record TermsChange(Terms terms, Action action, Optional<TermsStatus> status, TermsStamp stamp) {
    public TermsChange {
        requireNonNull(terms, "terms");
        requireNonNull(action, "action");
        requireNonNull(stamp, "stamp");
        if (status.isPresent() == (action == Action.DELETED)) {
            throw new IllegalArgumentException("a deleted record has no status, any other has one");
        }
    }

    /** What was done to the record. */
    public enum Action {
        CREATED("created"),
        CHANGED("changed"),
        DELETED("deleted");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        /** The action as it is stored. */
        public String text() {
            return text;
        }

        /** The action of that text, or empty. */
        public static Optional<Action> parse(String text) {
            return Arrays.stream(values())
                    .filter(action -> action.text.equals(text))
                    .findFirst();
        }
    }
}
