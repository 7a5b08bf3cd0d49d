package io.github.auraauth.adapter.mongo.index;

import io.github.auraauth.adapter.mongo.index.IndexDefinition.CollectionChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads what a definition from elsewhere adds to the program's own. It may add indexes without options, so
 * neither unique nor TTL ones, to the users' collection, and drop what it has added; the program's own stay.
 */
public final class AdditionalIndexes {
    private static final String NAME = "aura-authentication-mongodb-indexes-additional";
    private static final String COLLECTION = "users";
    private static final Set<Integer> DIRECTIONS = Set.of(1, -1);

    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9_.-]");

    /** A collection has 64 at most, and later releases need some. */
    private static final int MOST = 16;

    private final Map<String, List<IndexSpec>> own = IndexDefinition.bundled().result();
    private final Set<String> added = new HashSet<>();

    private AdditionalIndexes() {}

    /**
     * What the definition adds to the program's own indexes, without those that the program has too; empty where that is
     * nothing.
     *
     * @throws IllegalArgumentException when the text is no definition, or has something that it may not have
     */
    public static Optional<IndexDefinition> parse(String json) {
        try {
            return new AdditionalIndexes().of(IndexDefinition.parse(json));
        } catch (StackOverflowError tooDeep) {
            throw new IllegalArgumentException("not a definition of indexes: too many brackets in each other", tooDeep);
        }
    }

    private Optional<IndexDefinition> of(IndexDefinition given) {
        SortedMap<SchemaVersion, List<CollectionChange>> steps = new TreeMap<>();
        given.beyond(Optional.empty()).forEach((version, changes) -> {
            List<CollectionChange> rest = new ArrayList<>();
            for (CollectionChange change : changes) {
                additions(change).ifPresent(rest::add);
            }
            if (!rest.isEmpty()) {
                steps.put(version, List.copyOf(rest));
            }
        });
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        if (added.size() > MOST) {
            throw new IllegalArgumentException("it adds more than " + MOST + " indexes");
        }
        return Optional.of(IndexDefinition.beside(NAME, steps, own));
    }

    private Optional<CollectionChange> additions(CollectionChange change) {
        List<IndexSpec> owned = own.getOrDefault(change.collection(), List.of());
        List<IndexSpec> create = change.create().stream()
                .filter(index -> owned.stream().noneMatch(index::isEquivalentTo))
                .toList();
        if (create.isEmpty() && change.drop().isEmpty()) {
            return Optional.empty();
        }
        require(
                change.collection().equals(COLLECTION),
                change.collection(),
                "is another collection than " + COLLECTION);
        for (String name : change.drop()) {
            require(added.contains(name), name, "is dropped, which it has not added in an earlier version");
        }
        for (IndexSpec index : create) {
            requireHarmless(index, owned);
            added.add(index.name());
        }
        return Optional.of(new CollectionChange(change.collection(), create, change.drop()));
    }

    private static void requireHarmless(IndexSpec index, List<IndexSpec> owned) {
        require(index.options().isEmpty(), index.name(), "is unique, sparse or ends documents");
        index.keys().forEach((field, direction) -> {
            require(!field.isEmpty() && field.indexOf('$') < 0, index.name(), "has a key that is no field");
            require(
                    direction instanceof Number number && DIRECTIONS.contains(number.intValue()),
                    index.name(),
                    "has a key whose direction is neither 1 nor -1");
        });
        for (IndexSpec one : owned) {
            require(!index.hasKeysOf(one), index.name(), "has the keys of " + one.name() + " and is another one");
            require(!index.isNamedAfter(one.name()), index.name(), "has the name of one of the program's");
        }
    }

    private static void require(boolean condition, String name, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(shown(name) + " " + otherwise);
        }
    }

    /** For the log. */
    private static String shown(String name) {
        String plain = UNUSUAL.matcher(name).replaceAll("?");
        return plain.substring(0, Math.min(plain.length(), 64));
    }
}
