package io.github.auraauth.adapter.mongo;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * Filters of writes that insert when nothing matches. FerretDB gives what it inserts no field that stands within
 * {@code $and}, where the driver puts all conditions.
 */
public final class FlatFilter {
    private FlatFilter() {}

    /**
     * All conditions as members of one document; different operators on one field, such as bounds, together.
     *
     * @throws IllegalArgumentException when one field has two values, or one operator twice
     */
    public static Bson of(Bson... conditions) {
        BsonDocument all = new BsonDocument();
        for (Bson condition : conditions) {
            condition.toBsonDocument().forEach((field, value) -> add(all, field, value));
        }
        return all;
    }

    private static void add(BsonDocument all, String field, BsonValue value) {
        BsonValue other = all.get(field);
        if (other == null) {
            all.put(field, value.isDocument() ? value.asDocument().clone() : value);
        } else if (other.isDocument() && value.isDocument()) {
            value.asDocument().forEach((operator, operand) -> {
                if (other.asDocument().putIfAbsent(operator, operand) != null) {
                    throw new IllegalArgumentException("conditions of one field must be different operators: " + field);
                }
            });
        } else {
            throw new IllegalArgumentException("conditions of one field must be operators: " + field);
        }
    }
}
