package io.github.auraauth.adapter.mongo;

import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * An index as it is defined or found in a database.
 *
 * @param options those that say what it does; one that is left at its default is not among them
 */
record IndexForm(String name, Document keys, Map<String, Object> options) {
    private static final String UNIQUE = "unique";
    private static final String SPARSE = "sparse";
    private static final String EXPIRE_AFTER_SECONDS = "expireAfterSeconds";

    /** Options that nobody defines, but that make an index do something else where a database has them. */
    private static final List<String> NEVER_DEFINED = List.of("partialFilterExpression", "collation", "hidden");

    IndexForm {
        options = Map.copyOf(options);
    }

    /** Reads a member of {@code create} of a definition. */
    static IndexForm ofDefinition(Document member) {
        if (!(member.get("keys") instanceof Document keys) || keys.isEmpty()) {
            throw new IllegalArgumentException("an index must have keys");
        }
        return new IndexForm(IndexDefinition.text(member, "name"), keys, optionsOf(member));
    }

    /** Reads what a server lists. */
    static IndexForm ofServer(Document listed) {
        return new IndexForm(listed.getString("name"), listed.get("key", Document.class), optionsOf(listed));
    }

    /** Whether both do the same, whatever they are called. */
    boolean doesTheSameAs(IndexForm other) {
        return fields().equals(other.fields()) && options.equals(other.options);
    }

    /** Whether a server would not have both beside each other. */
    boolean standsInTheWayOf(IndexForm other) {
        return name.equals(other.name) || fields().equals(other.fields());
    }

    /** After how many seconds a document is expired, where this is a TTL index. */
    Optional<Long> expireAfterSeconds() {
        return Optional.ofNullable(options.get(EXPIRE_AFTER_SECONDS)).map(Long.class::cast);
    }

    IndexOptions driverOptions() {
        IndexOptions all = new IndexOptions()
                .name(name)
                .unique(options.containsKey(UNIQUE))
                .sparse(options.containsKey(SPARSE));
        return options.get(EXPIRE_AFTER_SECONDS) instanceof Long seconds
                ? all.expireAfter(seconds, TimeUnit.SECONDS)
                : all;
    }

    /** In their order, and with 1 for what servers give back as a floating-point number too. */
    private List<Map.Entry<String, Object>> fields() {
        List<Map.Entry<String, Object>> fields = new ArrayList<>();
        keys.forEach((field, direction) ->
                fields.add(Map.entry(field, direction instanceof Number number ? number.intValue() : direction)));
        return fields;
    }

    private static Map<String, Object> optionsOf(Document index) {
        Map<String, Object> options = new LinkedHashMap<>();
        for (String flag : List.of(UNIQUE, SPARSE)) {
            if (Objects.equals(index.get(flag), true)) {
                options.put(flag, true);
            }
        }
        if (index.get(EXPIRE_AFTER_SECONDS) instanceof Number seconds) {
            options.put(EXPIRE_AFTER_SECONDS, seconds.longValue());
        }
        NEVER_DEFINED.stream().filter(index::containsKey).forEach(option -> options.put(option, index.get(option)));
        return options;
    }
}
