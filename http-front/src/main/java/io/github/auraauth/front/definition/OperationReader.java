package io.github.auraauth.front.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the operations out of the definition's tree. */
final class OperationReader {
    private static final List<String> METHODS =
            List.of("get", "head", "post", "put", "patch", "delete", "options", "trace");

    private final JsonNode tree;

    OperationReader(JsonNode tree) {
        this.tree = tree;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        tree.path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method -> operation(path.getKey(), path.getValue(), method))
                        .forEach(operations::add));
        return operations;
    }

    private Operation operation(String path, JsonNode item, String method) {
        JsonNode node = item.path(method);
        List<Parameter> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameter -> parameters.add(parameter(resolved(parameter))));
        node.path("parameters").forEach(parameter -> parameters.add(parameter(resolved(parameter))));
        Operation.RequestMapping mapping = new Operation.RequestMapping(
                text(node, "operationId"),
                method.toUpperCase(Locale.ROOT),
                path.equals("/") ? List.of() : Arrays.asList(path.substring(1).split("/", -1)),
                node.path("x-aura-at-root").asBoolean(false));
        Operation.Traits traits = traits(node, mapping);
        Operation.Security security = security(node.has("security") ? node.path("security") : tree.path("security"));
        if (traits.immediate() && !security.isOpen()) {
            throw new IllegalArgumentException("to look at a credential is to wait");
        }
        return new Operation(mapping, security, traits, parameters, body(node), node);
    }

    private Operation.Traits traits(JsonNode node, Operation.RequestMapping mapping) {
        long millis = node.path("x-aura-deadline-ms").asLong(Operation.USUAL_TIME.toMillis());
        return new Operation.Traits(
                node.path("x-aura-once").asBoolean(false) && mapping.method().equals("GET"),
                node.path("x-aura-cross-origin").asBoolean(false),
                node.path("x-aura-page").asBoolean(false),
                node.path("x-aura-cookies").asBoolean(false),
                node.path("x-aura-immediate").asBoolean(false),
                Duration.ofMillis(millis).minus(Operation.USUAL_TIME),
                ParameterRules.parse(tree.path("x-aura-parameters").asText("strict")));
    }

    /** Of alternatives each names one scheme, or none: several at once nobody looks at. */
    private Operation.Security security(JsonNode requirements) {
        List<String> schemes = new ArrayList<>();
        boolean anonymous = requirements.isEmpty();
        for (JsonNode requirement : requirements) {
            if (requirement.size() > 1) {
                throw new IllegalArgumentException("a requirement names one security scheme");
            }
            anonymous |= requirement.isEmpty();
            requirement.fieldNames().forEachRemaining(schemes::add);
        }
        for (String scheme : schemes) {
            if (!tree.path("components").path("securitySchemes").has(scheme)) {
                throw new IllegalArgumentException("there is no security scheme " + scheme);
            }
        }
        return new Operation.Security(schemes, anonymous);
    }

    private Parameter parameter(JsonNode node) {
        Input input = new Input(Input.Place.valueOf(text(node, "in").toUpperCase(Locale.ROOT)), text(node, "name"));
        JsonNode schema = resolved(node.path("schema"));
        if (schema.has("nullable")) {
            throw new IllegalArgumentException("nothing outside a body can be null");
        }
        boolean required = node.path("required").asBoolean(false);
        Parameter.Requirement requirement = isElseEmpty(node)
                ? Parameter.Requirement.ELSE_EMPTY
                : required ? Parameter.Requirement.REQUIRED : Parameter.Requirement.OPTIONAL;
        return new Parameter(input, requirement, node.path("x-aura-list").asBoolean(false), TextSchema.of(schema));
    }

    private Optional<BodySchema> body(JsonNode node) {
        if (!node.has("requestBody")) {
            return Optional.empty();
        }
        JsonNode body = resolved(node.path("requestBody"));
        JsonNode content = body.path("content");
        BodySchema.Encoding encoding = Arrays.stream(BodySchema.Encoding.values())
                .filter(known -> content.has(known.mediaType()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a body must be JSON or a form"));
        JsonNode schema = inlined(content.path(encoding.mediaType()).path("schema"));
        if (!schema.path("type").asText().equals("object")) {
            throw new IllegalArgumentException("a body must be an object");
        }
        Map<String, TextSchema> texts = new HashMap<>();
        schema.path("properties").properties().stream()
                .filter(member -> member.getValue().path("type").asText().equals("string"))
                .forEach(member -> texts.put(member.getKey(), TextSchema.of(member.getValue())));
        Set<String> lists = schema.path("properties").properties().stream()
                .filter(member -> member.getValue().path("type").asText().equals("array"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        collectNames(schema, names);
        return Optional.of(
                new BodySchema(encoding, new SchemaValidation(schema), names, texts, lists, isElseEmpty(body)));
    }

    /** Of all members that a schema has, at whatever depth. */
    private static void collectNames(JsonNode schema, Set<String> names) {
        schema.path("properties").properties().forEach(member -> {
            names.add(member.getKey());
            collectNames(member.getValue(), names);
        });
        if (schema.has("items")) {
            collectNames(schema.path("items"), names);
        }
    }

    private static boolean isElseEmpty(JsonNode input) {
        return input.path("x-aura-else-empty").asBoolean(false);
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").textValue();
        return reference == null ? node : resolved(tree.at(reference.substring(1)));
    }

    /** A copy in which the schema itself stands in the place of each reference; one that refers to itself has no end. */
    private JsonNode inlined(JsonNode node) {
        JsonNode copy = resolved(node).deepCopy();
        if (copy instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(inlined(member.getValue())));
        }
        return copy;
    }

    private static String text(JsonNode node, String name) {
        String text = node.path(name).textValue();
        if (text == null) {
            throw new IllegalArgumentException("the definition lacks a " + name);
        }
        return text;
    }
}
