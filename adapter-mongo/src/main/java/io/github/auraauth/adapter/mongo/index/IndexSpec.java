package io.github.auraauth.adapter.mongo.index;

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
 * @param options the options that differ from their defaults
 */
record IndexSpec(String name, Document keys, Map<String, Object> options) {
    private static final String UNIQUE = "unique";
    private static final String SPARSE = "sparse";
    private static final String EXPIRE_AFTER_SECONDS = "expireAfterSeconds";

    /** Options that no definition sets, but that make an index found in a database a different one. */
    private static final List<String> NEVER_DEFINED = List.of("partialFilterExpression", "collation", "hidden");

    IndexSpec {
        options = Map.copyOf(options);
    }

    /** Reads a member of {@code create} of a definition. */
    static IndexSpec ofDefinition(Document member) {
        if (!(member.get("keys") instanceof Document keys) || keys.isEmpty()) {
            throw new IllegalArgumentException("an index must have keys");
        }
        return new IndexSpec(IndexDefinition.text(member, "name"), keys, optionsOf(member));
    }

    /** Reads what a server lists. */
    static IndexSpec ofServer(Document listed) {
        return new IndexSpec(listed.getString("name"), listed.get("key", Document.class), optionsOf(listed));
    }

    /** Whether both have the same keys and options, whatever their names. */
    boolean isEquivalentTo(IndexSpec other) {
        return fields().equals(other.fields()) && options.equals(other.options);
    }

    /** Whether a server would refuse to have both. */
    boolean conflictsWith(IndexSpec other) {
        return name.equals(other.name) || fields().equals(other.fields());
    }

    /** The seconds after which a document expires, if this is a TTL index. */
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

    /** The keys in their order, with an integer direction even where a server returns a floating-point number. */
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
