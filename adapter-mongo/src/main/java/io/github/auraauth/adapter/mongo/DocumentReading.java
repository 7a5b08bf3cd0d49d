package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import io.github.auraauth.port.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/**
 * Reads documents of one collection as values. One that cannot be read is reported. Asked for alone it is an outage, since it
 * is neither absent nor can be given; in a list it is left out.
 *
 * @param <T> the values
 */
public final class DocumentReading<T> {
    private final Function<StoredFields, T> reader;
    private final UnreadableDocumentReporter unreadable;

    /** @param reader throws {@link StoredFields.Unreadable} for what cannot be read */
    public DocumentReading(Function<StoredFields, T> reader, UnreadableDocumentReporter unreadable) {
        this.reader = requireNonNull(reader, "reader");
        this.unreadable = requireNonNull(unreadable, "unreadable");
    }

    /** The value of the document. */
    public T one(Document document) {
        try {
            return reader.apply(new StoredFields(document));
        } catch (StoredFields.Unreadable e) {
            report(document, e);
            throw new Outage.Unavailable(MongoConnection.DEPENDENCY, e);
        }
    }

    /** The values of the documents that can be read. */
    public List<T> all(List<Document> documents) {
        return documents.stream()
                .flatMap(document -> {
                    try {
                        return Optional.of(reader.apply(new StoredFields(document))).stream();
                    } catch (StoredFields.Unreadable e) {
                        report(document, e);
                        return Optional.<T>empty().stream();
                    }
                })
                .toList();
    }

    /** The values of so many documents that can be read, in their order. */
    public List<T> first(int most, FindIterable<Document> documents) {
        List<T> values = new ArrayList<>();
        try (MongoCursor<Document> cursor = documents.batchSize(most).cursor()) {
            while (values.size() < most && cursor.hasNext()) {
                values.addAll(all(List.of(cursor.next())));
            }
        }
        return List.copyOf(values);
    }

    private void report(Document document, StoredFields.Unreadable e) {
        unreadable.report(requireNonNull(document.get("_id"), "_id"), e.field());
    }
}
