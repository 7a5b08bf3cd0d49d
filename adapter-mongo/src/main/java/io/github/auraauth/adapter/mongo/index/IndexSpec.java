package io.github.auraauth.adapter.mongo.index;

import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * An index as it is defined or found in a database.
 *
 * @param options the options that differ from their defaults
 */
record IndexSpec(String name, Document keys, Map<String, Object> options) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final String NAME = "name";
    private static final String ID_INDEX = "_id_";
    private static final String UNIQUE = "unique";
    private static final String SPARSE = "sparse";
    private static final String EXPIRE_AFTER_SECONDS = "expireAfterSeconds";

    private static final String COLLATION = "collation";
    /** How a server lists no collation: not at all. */
    private static final Document SIMPLE = new Document("locale", "simple");

    private static final String FILTER = "partialFilterExpression";

    IndexSpec {
        options = Map.copyOf(options);
    }

    /** Reads a member of {@code create} of a definition. */
    static IndexSpec ofDefinition(Document member) {
        if (!(member.get("keys") instanceof Document keys) || keys.isEmpty()) {
            throw new IllegalArgumentException("an index must have keys");
        }
        return new IndexSpec(IndexDefinition.text(member, NAME), keys, optionsOf(member));
    }

    /**
     * Reads what a server lists of one collection. The collation of an index is an option only where it is not the
     * collection's own, which that of {@code _id} always is.
     */
    static List<IndexSpec> ofServer(List<Document> listed) {
        Object inherited = listed.stream()
                .filter(index -> ID_INDEX.equals(index.getString(NAME)))
                .map(index -> index.getOrDefault(COLLATION, SIMPLE))
                .findFirst()
                .orElse(SIMPLE);
        return listed.stream().map(index -> ofServer(index, inherited)).toList();
    }

    private static IndexSpec ofServer(Document listed, Object inherited) {
        Map<String, Object> options = optionsOf(listed);
        Object collation = listed.getOrDefault(COLLATION, SIMPLE);
        if (!collation.equals(inherited)) {
            options.put(COLLATION, collation);
        }
        if (listed.containsKey(FILTER)) {
            options.put(FILTER, listed.get(FILTER));
        }
        return new IndexSpec(listed.getString(NAME), listed.get("key", Document.class), options);
    }

    /** The same under another name. */
    IndexSpec named(String other) {
        return new IndexSpec(other, keys, options);
    }

    /** Whether both have the same keys and options, whatever their names. */
    boolean isEquivalentTo(IndexSpec other) {
        return hasKeysOf(other) && options.equals(other.options);
    }

    /** Whether both have the same keys, in the same order. */
    boolean hasKeysOf(IndexSpec other) {
        return fields().equals(other.fields());
    }

    /** Whether both have the same keys, and options that differ in no more than what definitions say. */
    boolean isVariantOf(IndexSpec other) {
        return hasKeysOf(other) && !isEquivalentTo(other) && undefined().equals(other.undefined());
    }

    /** Whether both are the same but for the time after which a document expires. */
    boolean differsInTimeFrom(IndexSpec other) {
        return hasKeysOf(other) && !isEquivalentTo(other) && timeless().equals(other.timeless());
    }

    /** Whether it has that name, or one that was made of it because it was taken. */
    boolean isNamedAfter(String other) {
        return name.equals(other)
                || name.startsWith(other + '_')
                        && NUMBER.matcher(name.substring(other.length() + 1)).matches();
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

    private Map<String, Object> undefined() {
        Map<String, Object> rest = new LinkedHashMap<>(options);
        rest.keySet().removeAll(List.of(UNIQUE, SPARSE, EXPIRE_AFTER_SECONDS));
        return rest;
    }

    private Map<String, Object> timeless() {
        Map<String, Object> rest = new LinkedHashMap<>(options);
        rest.remove(EXPIRE_AFTER_SECONDS);
        return rest;
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
        return options;
    }
}
