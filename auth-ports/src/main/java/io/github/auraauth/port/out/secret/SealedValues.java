package io.github.auraauth.port.out.secret;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.function.Consumer;

/**
 * The enciphered values of all stores, each with the place that it is enciphered for. Safe for use by many threads and
 * processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface SealedValues {

    /** The names of the collections that may hold some. */
    List<String> collections();

    /** About how many documents there are in that collection, with enciphered values or without. */
    long estimate(String collection, Deadline deadline);

    /**
     * Gives the enciphered values of each document to {@code each}, document by document, none for one without any. A document
     * that is changed meanwhile may be given as it was or as it is, or both.
     */
    void visit(String collection, Consumer<List<SealedValue>> each, Deadline deadline);

    /**
     * Puts that text in the place of the value, in one step, unless the value has changed or is gone.
     *
     * @return whether it did
     */
    boolean replace(SealedValue present, String text, Deadline deadline);

    /**
     * An enciphered value in its document.
     *
     * @param key of the document in its collection, as its store writes it; may be personal
     * @param name of the document, as people may be shown it
     * @param field where it stands in the document
     * @param place that it is enciphered for; may be personal
     * @param text the ciphertext
     */
    record SealedValue(String collection, String key, String name, String field, String place, String text) {
        public SealedValue {
            requireNonNull(collection, "collection");
            requireNonNull(key, "key");
            requireNonNull(name, "name");
            requireNonNull(field, "field");
            requireNonNull(place, "place");
            requireNonNull(text, "text");
        }

        /** Without what may be personal. */
        @Override
        public String toString() {
            return collection + ' ' + name + ' ' + field;
        }
    }
}
