package io.github.auraauth.adapter.mongo.terms;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Thrown within this package when a document cannot be read as terms: other programs and earlier releases stored names and
 * versions that have no place in a path, and others damaged records.
 */
final class UnreadableTerms extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String ID = "_id";

    private final String field;

    /** @param field the one that cannot be read */
    UnreadableTerms(String field) {
        super("the document holds no readable " + field, null, false, false);
        this.field = field;
    }

    /** What the reading of that document gives; empty, and reported, when the document cannot be read. */
    static <T> Optional<T> skipped(Document document, UnreadableDocumentReporter reporter, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (UnreadableTerms e) {
            e.report(document, reporter);
            return Optional.empty();
        }
    }

    /** @param document the one that could not be read */
    void report(Document document, UnreadableDocumentReporter reporter) {
        reporter.report(requireNonNull(document.get(ID), ID), field);
    }
}
