package io.github.auraauth.front.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * The keywords that the schema of a body may have: a keyword that nothing enforces is refused when the definition is read, so that the
 * definition never promises a check that nobody makes.
 */
final class SchemaRules {
    private static final Set<String> OF_ALL = Set.of("type", "nullable", "description", "example", "title");
    private static final Map<String, Set<String>> BY_TYPE = Map.of(
            "object", Set.of("properties", "required", "additionalProperties", "minProperties", "maxProperties"),
            "array", Set.of("items", "minItems", "maxItems", "uniqueItems"),
            "integer", Set.of("minimum", "maximum"),
            "number", Set.of("minimum", "maximum"),
            "boolean", Set.of());

    private SchemaRules() {}

    /** @throws IllegalArgumentException when it is not a schema, without references, that is enforced */
    static void require(JsonNode schema) {
        String type = schema.path("type").asText();
        if (type.equals("string")) {
            TextSchema.of(schema);
            return;
        }
        Set<String> allowed = BY_TYPE.get(type);
        if (allowed == null) {
            throw new IllegalArgumentException("a schema of a body has no type, or the type " + type);
        }
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!allowed.contains(keyword) && !OF_ALL.contains(keyword)) {
                throw new IllegalArgumentException("a schema of type " + type + " has the keyword " + keyword);
            }
        });
        if (type.equals("object") && schema.path("additionalProperties").asBoolean(true)) {
            throw new IllegalArgumentException("an object in a body must name all its members");
        }
        schema.path("properties").forEach(SchemaRules::require);
        if (type.equals("array")) {
            require(schema.path("items"));
        }
    }
}
