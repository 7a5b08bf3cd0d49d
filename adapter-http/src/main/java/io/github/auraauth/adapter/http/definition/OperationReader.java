package io.github.auraauth.adapter.http.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequiredAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Operation.Endpoint endpoint = new Operation.Endpoint(
                text(node, "operationId"),
                method.toUpperCase(Locale.ROOT),
                Arrays.asList(path.substring(1).split("/", -1)),
                node.path("x-aura-at-root").asBoolean(false));
        OperationKind kind = OperationKind.valueOf(text(node, "x-aura-kind").toUpperCase(Locale.ROOT));
        Operation.Handling handling = handling(node, endpoint, kind);
        Optional<RequiredAccess> access = access(node);
        if (handling.immediate() && access.isPresent()) {
            throw new IllegalArgumentException("to look at a credential is to wait");
        }
        return new Operation(endpoint, kind, access, handling, parameters, body(node));
    }

    private static Operation.Handling handling(JsonNode node, Operation.Endpoint endpoint, OperationKind kind) {
        boolean once =
                kind == OperationKind.REGISTER || node.path("x-aura-once").asBoolean(false);
        long millis = node.path("x-aura-deadline-ms").asLong(Operation.USUAL_TIME.toMillis());
        return new Operation.Handling(
                once && endpoint.method().equals("GET"),
                node.path("x-aura-cross-origin").asBoolean(false),
                node.path("x-aura-page").asBoolean(false),
                node.path("x-aura-immediate").asBoolean(false),
                Duration.ofMillis(millis).minus(Operation.USUAL_TIME));
    }

    private Optional<RequiredAccess> access(JsonNode node) {
        Set<String> levels = texts(node.path("x-aura-levels"));
        if (levels.equals(Set.of("open"))) {
            return Optional.empty();
        }
        Set<AccessLevel> anyOf = new LinkedHashSet<>();
        levels.forEach(level -> anyOf.add(AccessLevel.valueOf(level.toUpperCase(Locale.ROOT))));
        AccessMode mode = AccessMode.parse(text(node, "x-aura-mode")).orElseThrow();
        return Optional.of(new RequiredAccess(anyOf, RequiredAccess.AURA_SERVICES, mode));
    }

    private Parameter parameter(JsonNode node) {
        Parameter.Place place = Parameter.Place.valueOf(text(node, "in").toUpperCase(Locale.ROOT));
        JsonNode schema = resolved(node.path("schema"));
        if (schema.has("nullable")) {
            throw new IllegalArgumentException("nothing outside a body can be null");
        }
        TextForm form = TextForm.of(schema);
        boolean required = node.path("required").asBoolean(false);
        Parameter.Unless unless = isElseEmpty(node)
                ? Parameter.Unless.EMPTY
                : required ? Parameter.Unless.REFUSED : Parameter.Unless.OPTIONAL;
        boolean list = node.path("x-aura-list").asBoolean(false);
        return new Parameter(text(node, "name"), place, unless, list, form);
    }

    private Optional<BodyForm> body(JsonNode node) {
        if (!node.has("requestBody")) {
            return Optional.empty();
        }
        JsonNode body = resolved(node.path("requestBody"));
        JsonNode content = body.path("content");
        BodyForm.Encoding encoding = Arrays.stream(BodyForm.Encoding.values())
                .filter(known -> content.has(known.mediaType()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a body must be JSON or a form"));
        JsonNode schema = resolved(content.path(encoding.mediaType()).path("schema"));
        if (schema.path("additionalProperties").asBoolean(true)) {
            throw new IllegalArgumentException("a body must name all its members");
        }
        Map<String, TextForm> members = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(member -> members.put(member.getKey(), TextForm.of(resolved(member.getValue()))));
        boolean elseEmpty = isElseEmpty(body);
        return Optional.of(new BodyForm(encoding, members, texts(schema.path("required")), elseEmpty));
    }

    private static boolean isElseEmpty(JsonNode input) {
        return input.path("x-aura-else-empty").asBoolean(false);
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").textValue();
        return reference == null ? node : resolved(tree.at(reference.substring(1)));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static String text(JsonNode node, String name) {
        String text = node.path(name).textValue();
        if (text == null) {
            throw new IllegalArgumentException("the definition lacks a " + name);
        }
        return text;
    }
}
