package io.github.auraauth.adapter.mongo.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A definition of the database's indexes: for each version what is to be created and dropped. The collection called
 * {@code users} stands for the configured one.
 */
public final class IndexDefinition {
    /** Name of the users' file, at home and in a storage. */
    public static final String FILE = "aura-authentication-mongodb-indexes.json";

    private static final String TERMS_FILE = "aura-terms-mongodb-indexes.json";
    private static final String SUFFIX = ".json";

    private final String name;
    private final SortedMap<SchemaVersion, List<CollectionChange>> steps;
    private final Map<String, List<IndexSpec>> kept;

    private IndexDefinition(
            String name, SortedMap<SchemaVersion, List<CollectionChange>> steps, Map<String, List<IndexSpec>> kept) {
        this.name = name;
        this.steps = steps;
        this.kept = kept;
    }

    /**
     * A definition of the given steps.
     *
     * @param kept what another definition has made of each collection, which this one leaves as it is
     */
    static IndexDefinition beside(
            String name, SortedMap<SchemaVersion, List<CollectionChange>> steps, Map<String, List<IndexSpec>> kept) {
        return new IndexDefinition(name, steps, kept);
    }

    /**
     * Reads the users' definition:
     * {@code [{version, collection, create: [{name, keys, unique?, sparse?, expireAfterSeconds?}], drop: [name]}]}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static IndexDefinition parse(String json) {
        return parse(FILE, json);
    }

    private static IndexDefinition parse(String file, String json) {
        try {
            // the driver reads documents only
            List<Document> members = Document.parse("{\"steps\":" + json + "}").getList("steps", Document.class);
            SortedMap<SchemaVersion, List<CollectionChange>> steps = new TreeMap<>();
            for (Document member : members) {
                steps.merge(
                        new SchemaVersion(String.valueOf(member.get("version"))),
                        List.of(CollectionChange.of(member)),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList());
            }
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("it holds no version");
            }
            return new IndexDefinition(file.substring(0, file.length() - SUFFIX.length()), steps, Map.of());
        } catch (RuntimeException invalid) {
            throw new IllegalArgumentException("not a definition of indexes: " + invalid.getMessage(), invalid);
        }
    }

    /** The definition of the users' database that this program was built with. */
    public static IndexDefinition bundled() {
        return bundled(FILE);
    }

    /** The definition of the terms' database that this program was built with. */
    public static IndexDefinition ofTerms() {
        return bundled(TERMS_FILE);
    }

    private static IndexDefinition bundled(String name) {
        try (InputStream file = IndexDefinition.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its own " + name);
            }
            return parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under which its versions are recorded; another definition may be recorded in the same database. */
    String name() {
        return name;
    }

    /** What it makes indexes of, by the names that it has for them. */
    public Set<String> collections() {
        return result().keySet();
    }

    SchemaVersion newest() {
        return steps.lastKey();
    }

    /** The steps of each version beyond that one, oldest first. */
    SortedMap<SchemaVersion, List<CollectionChange>> beyond(Optional<SchemaVersion> applied) {
        return applied.map(version -> {
                    SortedMap<SchemaVersion, List<CollectionChange>> rest = new TreeMap<>(steps.tailMap(version));
                    rest.remove(version);
                    return rest;
                })
                .orElse(steps);
    }

    /** For each collection the indexes that are there once all versions are applied. */
    Map<String, List<IndexSpec>> result() {
        return result(steps);
    }

    /** What another definition has made of that collection, which this one leaves as it is. */
    List<IndexSpec> kept(String collection) {
        return kept.getOrDefault(collection, List.of());
    }

    /** The same once all versions before that one are applied. */
    Map<String, List<IndexSpec>> resultBefore(SchemaVersion version) {
        return result(steps.headMap(version));
    }

    private static Map<String, List<IndexSpec>> result(SortedMap<SchemaVersion, List<CollectionChange>> steps) {
        Map<String, Map<String, IndexSpec>> result = new LinkedHashMap<>();
        steps.values().stream().flatMap(List::stream).forEach(step -> {
            Map<String, IndexSpec> indexes = result.computeIfAbsent(step.collection(), name -> new LinkedHashMap<>());
            step.drop().forEach(indexes::remove);
            step.create().forEach(index -> indexes.put(index.name(), index));
        });
        Map<String, List<IndexSpec>> lists = new LinkedHashMap<>();
        result.forEach((collection, indexes) -> lists.put(collection, List.copyOf(indexes.values())));
        return lists;
    }

    static String text(Document member, String field) {
        if (member.get(field) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException(field + " must be a text");
    }

    /** What one version does with one collection. */
    record CollectionChange(String collection, List<IndexSpec> create, List<String> drop) {
        static CollectionChange of(Document member) {
            return new CollectionChange(
                    text(member, "collection"),
                    member.getList("create", Document.class, List.of()).stream()
                            .map(IndexSpec::ofDefinition)
                            .toList(),
                    List.copyOf(member.getList("drop", String.class, List.of())));
        }
    }
}
