package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Whether a document lacks something that it had. Another value in the same field is a change, not a removal. */
final class RemovedFields {
    private RemovedFields() {}

    /** Whether a field, or an element of a list, is in the old document only, at any depth. */
    static boolean areThere(Document old, Document changed) {
        return old.entrySet().stream()
                .anyMatch(field ->
                        !changed.containsKey(field.getKey()) || isLess(field.getValue(), changed.get(field.getKey())));
    }

    private static boolean isLess(@Nullable Object old, @Nullable Object changed) {
        if (old instanceof Document before) {
            return !(changed instanceof Document after) || areThere(before, after);
        }
        if (old instanceof Collection<?> before) {
            return !(changed instanceof Collection<?> after) || !new HashSet<Object>(after).containsAll(before);
        }
        return old != null && changed == null;
    }
}
