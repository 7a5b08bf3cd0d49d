package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

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

    /**
     * The values of so many documents that can be read, at a place in the order of one field.
     *
     * @param place by the field's values
     */
    public List<T> page(MongoCollection<Document> all, Bson wanted, String field, Keyset<String> place, int most) {
        Bson there = place.key()
                .map(from -> and(wanted, place.backwards() ? lt(field, from) : gt(field, from)))
                .orElse(wanted);
        Bson order = place.backwards() ? descending(field) : ascending(field);
        return inOrder(place, first(most, all.find(there).sort(order)));
    }

    /** What was read away from a place, in the order of the list. */
    public static <E> List<E> inOrder(Keyset<?> place, List<E> read) {
        if (!place.backwards()) {
            return read;
        }
        List<E> turned = new ArrayList<>(read);
        Collections.reverse(turned);
        return List.copyOf(turned);
    }

    private void report(Document document, StoredFields.Unreadable e) {
        unreadable.report(requireNonNull(document.get("_id"), "_id"), e.field());
    }
}
