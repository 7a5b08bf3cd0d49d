package io.github.auraauth.adapter.memory.secret;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.secret.SealedValues;
import io.github.auraauth.port.out.secret.SealedValues.SealedValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** {@link SealedValues} of documents that tests put there: the stores in memory encipher nothing. */
public final class InMemorySealedValues implements SealedValues {
    private static final String COLLECTION = "documents";

    private final Map<String, SealedValue> values = new ConcurrentSkipListMap<>();

    /** Puts a document there that has that one value, in the place of an earlier one of that id. */
    public SealedValue put(String id, String text) {
        SealedValue value = new SealedValue(COLLECTION, id, id, "secret", COLLECTION + "/secret/" + id, text);
        values.put(id, value);
        return value;
    }

    /** Removes a document. */
    public void remove(String id) {
        values.remove(id);
    }

    @Override
    public List<String> collections() {
        return List.of(COLLECTION);
    }

    @Override
    public long estimate(String collection, Deadline deadline) {
        requireNonNull(collection, "collection");
        Deadlines.check(deadline);
        return values.size();
    }

    @Override
    public void visit(String collection, Consumer<List<SealedValue>> each, Deadline deadline) {
        requireNonNull(collection, "collection");
        requireNonNull(each, "each");
        Deadlines.check(deadline);
        values.values().forEach(value -> each.accept(List.of(value)));
    }

    @Override
    public boolean replace(SealedValue present, String text, Deadline deadline) {
        SealedValue other = new SealedValue(
                requireNonNull(present, "present").collection(),
                present.key(),
                present.name(),
                present.field(),
                present.place(),
                text);
        Deadlines.check(deadline);
        return values.replace(present.key(), present, other);
    }
}
