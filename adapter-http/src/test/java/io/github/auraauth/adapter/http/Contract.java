package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.auraauth.adapter.http.definition.ApiDefinition;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the definition promises of answers, checked on each answer that a test gets. */
final class Contract {
    private static final ApiDefinition DEFINITION = ApiDefinition.load();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi30());
    private static final List<Integer> OF_NO_OPERATION = List.of(400, 404, 405);

    /** Fails when the answer is one that the definition does not have for the operation, or has in another form. */
    void check(String method, String path, HttpResponse<String> response) {
        Optional<JsonNode> operation = operation(method.equals("HEAD") ? "GET" : method, path);
        JsonNode declared = operation.map(node -> node.path("responses")).orElse(JSON.createObjectNode());
        JsonNode answer = declared.path(Integer.toString(response.statusCode()));
        if (answer.isMissingNode()) {
            assertThat(OF_NO_OPERATION)
                    .as("%s %s answered a status that is not declared", method, path)
                    .contains(response.statusCode());
            if (!method.equals("HEAD")) {
                requireValid(component("Error"), response.body());
            }
            return;
        }
        JsonNode json = resolved(answer).path("content").path("application/json");
        if (!json.isMissingNode() && !response.body().isEmpty()) {
            assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
            requireValid(json.path("schema"), response.body());
        }
    }

    /** Problems of a value by a schema of the definition. */
    static List<?> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", DEFINITION.tree().path("components"));
        return SCHEMAS.getSchema(whole).validate(value);
    }

    static JsonNode component(String name) {
        return DEFINITION.tree().path("components").path("schemas").path(name);
    }

    static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").textValue();
        return reference == null ? node : DEFINITION.tree().at(reference.substring(1));
    }

    private static void requireValid(JsonNode schema, String body) {
        try {
            assertThat(problems(schema, JSON.readTree(body))).as(body).isEmpty();
        } catch (JsonProcessingException e) {
            throw new AssertionError("an answer is no JSON: " + body, e);
        }
    }

    private static Optional<JsonNode> operation(String method, String path) {
        String relative = path.startsWith(RunningServer.BASE) ? path.substring(RunningServer.BASE.length()) : path;
        return DEFINITION.tree().path("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), relative))
                .sorted((a, b) -> Boolean.compare(isTemplate(a), isTemplate(b)))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(item -> item.path(method.toLowerCase(Locale.ROOT)))
                .filter(node -> !node.isMissingNode());
    }

    private static boolean isTemplate(Map.Entry<String, JsonNode> path) {
        return path.getKey().contains("{");
    }

    private static boolean matches(String template, String path) {
        return path.matches(template.replaceAll("\\{\\w+\\}", "[^/]+"));
    }
}
