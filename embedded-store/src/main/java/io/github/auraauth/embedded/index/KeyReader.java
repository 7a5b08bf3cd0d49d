package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of documents, in the form in which the library compares them: a missing value as null, and numbers of
 * the same value as the same, whatever their types are.
 */
final class KeyReader {
    private final List<String> fields;
    private final boolean plain;
    private final Function<Document, Set<KeyValue>> general;

    /** @param general reads any document's keys, slowly */
    KeyReader(List<String> fields, Function<Document, Set<KeyValue>> general) {
        this.fields = List.copyOf(fields);
        this.plain = fields.stream().noneMatch(field -> field.contains("."));
        this.general = general;
    }

    List<String> fields() {
        return fields;
    }

    /** The document's key; several or none when a value of it is an array. */
    List<List<Object>> keys(Document document) {
        Object[] key = new Object[fields.size()];
        for (int i = 0; plain && i < key.length; i++) {
            Object value = document.get(fields.get(i));
            if (value instanceof Collection<?>) {
                return read(document);
            }
            key[i] = normalized(value);
        }
        return plain ? List.of(Collections.unmodifiableList(Arrays.asList(key))) : read(document);
    }

    private List<List<Object>> read(Document document) {
        return general.apply(document).stream()
                .map(key ->
                        Collections.unmodifiableList(Arrays.asList(key.stream().toArray())))
                .toList();
    }

    /** A value of a query in the form of a key. */
    static @Nullable Object normalized(@Nullable Object value) {
        boolean isSo = value == null
                || value instanceof String
                || value instanceof Instant
                || value instanceof Boolean
                || value instanceof ObjectId
                || value instanceof UUID;
        return isSo ? value : new KeyValue(Arrays.asList(value)).normalized().get(0);
    }

    /** Whether MongoDB leaves the document out of a sparse index; a null is a value there. */
    boolean isAbsent(Document document) {
        return fields.stream().noneMatch(field -> document.containsKey(field.substring(0, (field + ".").indexOf('.'))));
    }
}
