package io.github.auraauth.embedded.index;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditions of a query on single fields, at its top and within {@code $and}, and its alternatives in {@code $or}. */
final class QueryConditions {
    private final Map<String, List<Object>> byField = new LinkedHashMap<>();
    private final List<List<Document>> alternatives = new ArrayList<>();

    private QueryConditions() {}

    static QueryConditions of(Document query) {
        QueryConditions conditions = new QueryConditions();
        conditions.take(query);
        return conditions;
    }

    private void take(Document query) {
        query.forEach((key, value) -> {
            if (key.equals("$and")) {
                documents(value).forEach(this::take);
            } else if (key.equals("$or")) {
                alternatives.add(documents(value));
            } else if (!key.startsWith("$")) {
                byField.computeIfAbsent(key, field -> new ArrayList<>()).add(value);
            }
        });
    }

    private static List<Document> documents(Object value) {
        // anything else is for the matcher to refuse
        return value instanceof Collection<?> list && list.stream().allMatch(Document.class::isInstance)
                ? list.stream().map(Document.class::cast).toList()
                : List.of();
    }

    /** Whether a field must have one of no values. */
    boolean areImpossible() {
        return byField.values().stream()
                .flatMap(List::stream)
                .anyMatch(condition -> condition instanceof Document operators
                        && operators.get("$in") instanceof Collection<?> list
                        && list.isEmpty());
    }

    List<List<Document>> alternatives() {
        return alternatives;
    }

    /** The normalized values of which the field must have one; empty when the query does not say so, or by values of no use to an index. */
    Optional<List<Object>> values(String field) {
        return byField.getOrDefault(field, List.of()).stream()
                .map(condition -> values(field, condition))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(List::size));
    }

    private static Optional<List<Object>> values(String field, Object condition) {
        List<Object> values = new ArrayList<>();
        if (condition instanceof Document operators && operators.containsKey("$eq")) {
            values.add(operators.get("$eq"));
        } else if (condition instanceof Document operators && operators.get("$in") instanceof Collection<?> list) {
            values.addAll(list);
        } else {
            values.add(condition);
        }
        return values.stream().allMatch(value -> isLookedUp(field, value))
                ? Optional.of(
                        values.stream().map(KeyReader::normalized).distinct().collect(Collectors.toList()))
                : Optional.empty();
    }

    private static boolean isLookedUp(String field, Object value) {
        // within an array of documents null means more than one thing
        return value == null && field.indexOf('.') < 0
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof ObjectId
                || value instanceof UUID
                || value instanceof BinData;
    }

    /** The least value that the field may have; empty when the query does not say so, or by values without one order. */
    Optional<Object> least(String field) {
        return bound(field, "$gte", "$gt");
    }

    /** The greatest value that the field may have; empty alike. */
    Optional<Object> greatest(String field) {
        return bound(field, "$lte", "$lt");
    }

    private Optional<Object> bound(String field, String including, String excluding) {
        return byField.getOrDefault(field, List.of()).stream()
                .flatMap(condition -> condition instanceof Document operators
                        ? Stream.of(including, excluding, "$eq").map(operators::get)
                        : Stream.of(condition))
                .filter(value -> value instanceof String || value instanceof Instant || value instanceof Number)
                .findFirst();
    }

    /** The range in which the field's value must lie; empty when the query does not say so, or by values of no use to an index. */
    Optional<OrderedPositions.Range> range(String field) {
        return byField.getOrDefault(field, List.of()).stream()
                .map(QueryConditions::range)
                .flatMap(Optional::stream)
                .reduce((one, other) -> one.kind() == other.kind() ? one.and(other) : one);
    }

    private static Optional<OrderedPositions.Range> range(Object condition) {
        return condition instanceof Document operators
                ? operators.entrySet().stream()
                        .map(operator -> range(operator.getKey(), operator.getValue()))
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one.kind() == other.kind() ? one.and(other) : one)
                : Optional.empty();
    }

    private static Optional<OrderedPositions.Range> range(String operator, Object bound) {
        OrderedPositions.ValueType kind = OrderedPositions.ValueType.of(bound);
        if (kind == OrderedPositions.ValueType.OTHER) {
            return Optional.empty();
        }
        return switch (operator) {
            case "$gt", "$gte" -> Optional.of(OrderedPositions.Range.all(kind).from(bound));
            case "$lt", "$lte" -> Optional.of(OrderedPositions.Range.all(kind).to(bound));
            default -> Optional.empty();
        };
    }
}
