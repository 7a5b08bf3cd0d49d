package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Finds by a collection's indexes which documents a query may match, whatever else it asks. Who takes the answer looks at
 * each of them.
 */
public final class QueryPlanner {
    /** More lookups than this for one query are dearer than a lookup by fewer fields. */
    private static final int MOST_LOOKUPS = 10_000;

    private final List<CollectionIndex> indexes;

    public QueryPlanner(List<CollectionIndex> indexes) {
        this.indexes = indexes;
    }

    /** Positions in rising order, each once; empty when no index tells, so that all documents must be looked at. */
    public Optional<int[]> candidates(Document query) {
        return lookups(QueryConditions.of(query)).map(lookups -> {
            IntStream.Builder positions = IntStream.builder();
            lookups.accept(positions::add);
            return positions.build().sorted().distinct().toArray();
        });
    }

    private Optional<Lookups> lookups(QueryConditions conditions) {
        if (conditions.areImpossible()) {
            return Optional.of(positions -> {});
        }
        return byValues(conditions).or(() -> byRange(conditions)).or(() -> byAlternatives(conditions));
    }

    private Optional<Lookups> byValues(QueryConditions conditions) {
        Optional<Lookups> best = Optional.empty();
        int bestRank = 0;
        for (CollectionIndex index : indexes) {
            List<List<Object>> keys = List.of();
            List<List<Object>> longer = List.of(List.of());
            for (int length = 1; length <= index.fields().size() && !longer.isEmpty(); length++) {
                longer = times(longer, values(conditions, index, length - 1));
                keys = index.hasPrefix(length) && !longer.isEmpty() ? longer : keys;
            }
            int length = keys.isEmpty() ? 0 : keys.get(0).size();
            int rank =
                    2 * length + (index.isUnique() && length == index.fields().size() ? 1000 : 0);
            if (rank > bestRank) {
                List<List<Object>> looked = keys;
                best = Optional.of(positions -> looked.forEach(key -> index.forEach(key, positions)));
                bestRank = rank;
            }
        }
        return best;
    }

    /** Empty when the query does not say which values the field has. */
    private static List<Object> values(QueryConditions conditions, CollectionIndex index, int field) {
        return conditions
                .values(index.fields().get(field))
                .filter(values -> index.isComplete() || values.stream().allMatch(value -> value != null))
                .orElse(List.of());
    }

    /** Every prefix with every value behind it; empty when there would be too many. */
    private static List<List<Object>> times(List<List<Object>> prefixes, List<Object> values) {
        List<List<Object>> longer = new ArrayList<>();
        if ((long) prefixes.size() * values.size() <= MOST_LOOKUPS) {
            for (List<Object> prefix : prefixes) {
                for (Object value : values) {
                    List<Object> key = new ArrayList<>(prefix);
                    key.add(value);
                    longer.add(key);
                }
            }
        }
        return longer;
    }

    private Optional<Lookups> byRange(QueryConditions conditions) {
        return indexes.stream()
                .filter(index -> index.fields().size() == 1)
                .flatMap(index -> conditions
                        .range(index.fields().get(0))
                        .map(range -> (Lookups) positions -> index.forEach(range, positions))
                        .stream())
                .findFirst();
    }

    private Optional<Lookups> byAlternatives(QueryConditions conditions) {
        for (List<Document> alternatives : conditions.alternatives()) {
            List<Lookups> each = alternatives.stream()
                    .map(alternative -> lookups(QueryConditions.of(alternative)))
                    .flatMap(Optional::stream)
                    .toList();
            if (!each.isEmpty() && each.size() == alternatives.size()) {
                return Optional.of(positions -> each.forEach(lookup -> lookup.accept(positions)));
            }
        }
        return Optional.empty();
    }

    /** Gives the positions that an index tells. */
    private interface Lookups {
        void accept(IntConsumer positions);
    }
}
