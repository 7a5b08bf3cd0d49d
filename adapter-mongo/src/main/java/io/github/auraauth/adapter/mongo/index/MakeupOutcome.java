package io.github.auraauth.adapter.mongo.index;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The outcome of an index make-up. */
public sealed interface MakeupOutcome {

    /** Calls the one function that fits. */
    <T> T fold(
            Function<List<String>, T> done, BiFunction<String, String, T> schemaNewer, Function<String, T> duplicates);

    /**
     * The database has every version.
     *
     * @param applied those that this run applied, oldest first; empty when there was nothing to do
     */
    record Done(List<String> applied) implements MakeupOutcome {
        public Done {
            applied = List.copyOf(applied);
        }

        @Override
        public <T> T fold(
                Function<List<String>, T> done,
                BiFunction<String, String, T> schemaNewer,
                Function<String, T> duplicates) {
            return done.apply(applied);
        }
    }

    /**
     * A newer release has applied its versions; nothing was changed.
     *
     * @param stored the database's version
     * @param known the newest version of the definition
     */
    record SchemaNewer(String stored, String known) implements MakeupOutcome {
        @Override
        public <T> T fold(
                Function<List<String>, T> done,
                BiFunction<String, String, T> schemaNewer,
                Function<String, T> duplicates) {
            return schemaNewer.apply(stored, known);
        }
    }

    /**
     * A unique index cannot be created because documents share a value; retrying does not help.
     *
     * @param index its collection and name
     */
    record Duplicates(String index) implements MakeupOutcome {
        @Override
        public <T> T fold(
                Function<List<String>, T> done,
                BiFunction<String, String, T> schemaNewer,
                Function<String, T> duplicates) {
            return duplicates.apply(index);
        }
    }
}
