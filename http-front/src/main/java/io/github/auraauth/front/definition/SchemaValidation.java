package io.github.auraauth.front.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Validates bodies by a schema library, whose findings it puts into our words. What a text must be, {@link TextSchema}
 * says here as it does for parameters: by the keyword {@code x-aura-form}, which every text has.
 */
final class SchemaValidation implements BodySchema.Validation {
    private static final String TEXT = "x-aura-form";
    /** Enforced by {@link TextSchema}. */
    private static final List<String> OF_TEXTS = List.of("minLength", "maxLength", "pattern", "enum", "format");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(dialect());

    private final JsonNode source;
    private final Schema schema;

    /** @param source the schema, without references */
    SchemaValidation(JsonNode source) {
        SchemaRules.require(source);
        this.source = source;
        this.schema = SCHEMAS.getSchema(source);
        this.schema.initializeValidators();
    }

    @Override
    public List<BodySchema.Fault> faults(JsonNode body) {
        List<Error> errors = schema.validate(body);
        if (errors.isEmpty()) {
            return List.of();
        }
        Map<String, BodySchema.Fault> byField = new LinkedHashMap<>();
        for (Error error : errors) {
            BodySchema.Fault fault = fault(error);
            byField.putIfAbsent(fault.field(), fault);
        }
        return List.copyOf(byField.values());
    }

    private BodySchema.Fault fault(Error error) {
        String field = name(error.getInstanceLocation());
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> new BodySchema.Fault(field, unknownMember(error));
            case "required" ->
                new BodySchema.Fault(
                        field.isEmpty() ? error.getProperty() : field + '.' + error.getProperty(), "is missing");
            case "type" ->
                new BodySchema.Fault(
                        field, "must be " + typed(limit.asText(), field) + ", not " + kind(error.getInstanceNode()));
            case "minimum" -> new BodySchema.Fault(field, "must be " + limit.asText() + " or more");
            case "maximum" -> new BodySchema.Fault(field, "must be " + limit.asText() + " or less");
            case "minItems" -> new BodySchema.Fault(field, "must have at least " + limit.asText() + " elements");
            case "maxItems" -> new BodySchema.Fault(field, "must have at most " + limit.asText() + " elements");
            case "uniqueItems" -> new BodySchema.Fault(field, "must not have an element twice");
            case "minProperties" -> new BodySchema.Fault(field, "must have at least " + limit.asText() + " members");
            case "maxProperties" -> new BodySchema.Fault(field, "must have at most " + limit.asText() + " members");
            case TEXT -> new BodySchema.Fault(field, error.getMessage());
            default -> throw new IllegalStateException("nobody has words for the keyword " + error.getKeyword());
        };
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case STRING, BINARY -> "a text";
            case BOOLEAN -> "a boolean";
            case NULL, MISSING -> "null";
            case NUMBER -> value.isIntegralNumber() ? "a number" : "a number with a decimal point or an exponent";
        };
    }

    /** Of which kind a value must be; a body is told in one word more, since it has no name. */
    private static String typed(String type, String field) {
        return switch (type) {
            case "string" -> "a text in quotation marks";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "an array";
            default -> field.isEmpty() ? "one JSON object" : "an object";
        };
    }

    private String unknownMember(Error error) {
        NodePath keyword = error.getSchemaLocation().getFragment();
        JsonNode object = source;
        for (int i = 0; i < keyword.getNameCount() - 1; i++) {
            object = object.path(keyword.getName(i));
        }
        List<String> known = new ArrayList<>();
        object.path("properties").fieldNames().forEachRemaining(known::add);
        return "has a member that is not known; those known are " + String.join(", ", known);
    }

    private static String name(NodePath path) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            if (path.getElement(i) instanceof Integer index) {
                name.append('[').append(index).append(']');
            } else {
                name.append(name.length() == 0 ? "" : ".").append(path.getName(i));
            }
        }
        return name.toString();
    }

    private static Dialect dialect() {
        return Dialect.builder(Dialects.getOpenApi30())
                .keywords(keywords -> OF_TEXTS.forEach(keywords::remove))
                // SchemaRules has refused what is unknown to all; without this the library warns of what it is not to
                // enforce
                .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
                .keyword(new TextKeyword())
                .build();
    }

    private static final class TextKeyword extends AbstractKeyword {
        TextKeyword() {
            super(TEXT);
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode words, Schema parent, SchemaContext context) {
            return new TextValidator(this, words, location, parent, context);
        }
    }

    private static final class TextValidator extends BaseKeywordValidator {
        private final TextSchema text;

        TextValidator(
                TextKeyword keyword, JsonNode words, SchemaLocation location, Schema parent, SchemaContext context) {
            super(keyword, words, location, parent, context);
            this.text = TextSchema.of(parent.getSchemaNode());
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode value, JsonNode root, NodePath location) {
            if (value.isTextual() && !text.accepts(value.textValue())) {
                execution.addError(Error.builder()
                        .keyword(TEXT)
                        .instanceLocation(location)
                        .instanceNode(value)
                        .schemaNode(getSchemaNode())
                        .schemaLocation(getSchemaLocation())
                        .message(text.fault(value.textValue()))
                        .build());
            }
        }
    }
}
