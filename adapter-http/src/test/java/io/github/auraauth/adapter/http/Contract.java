package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.auraauth.front.definition.ApiDefinition;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the definition promises of answers, checked on each answer that a test gets. */
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(Dialects.getOpenApi30());
    private static final List<Integer> OF_NO_OPERATION = List.of(400, 404, 405);
    private static final int NO_CONTENT = 204;

    private final ApiDefinition definition;
    private final String base;

    Contract(ApiDefinition definition) {
        this.definition = definition;
        this.base = definition.basePath().equals("/") ? "" : definition.basePath();
    }

    /** Fails when the answer is one that the definition does not have for the operation, or has in another form. */
    void check(String method, String path, HttpResponse<String> response) {
        if (method.equals("OPTIONS") && response.statusCode() == NO_CONTENT) {
            // A preflight is no operation of a definition; it is looked at where there are any.
            assertThat(response.body()).isEmpty();
            return;
        }
        Optional<JsonNode> operation = operation(method.equals("HEAD") ? "GET" : method, path);
        JsonNode declared = operation.map(node -> node.path("responses")).orElse(JSON.createObjectNode());
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(seesPages(path))
                    .as("%s %s answered a page", method, path)
                    .isTrue();
        }
        JsonNode answer = declared.path(Integer.toString(response.statusCode()));
        if (answer.isMissingNode()) {
            assertThat(OF_NO_OPERATION)
                    .as("%s %s answered a status that is not declared", method, path)
                    .contains(response.statusCode());
            if (!method.equals("HEAD") && !seesPages(path)) {
                requireValid(error(), response.body());
            }
            return;
        }
        JsonNode json = resolved(answer).path("content").path("application/json");
        if (!json.isMissingNode() && !response.body().isEmpty()) {
            assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
            requireValid(json.path("schema"), response.body());
        }
    }

    /** Whether people see what is answered there. */
    private boolean seesPages(String path) {
        return path.endsWith("/docs")
                || item(path)
                        .map(node -> node.properties().stream()
                                .anyMatch(member ->
                                        member.getValue().path("x-aura-page").asBoolean()))
                        .orElse(false);
    }

    /** Problems of a value by a schema of the definition. */
    List<?> problems(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", definition.tree().path("components"));
        return SCHEMAS.getSchema(whole).validate(value);
    }

    /** The body of refusals. */
    JsonNode error() {
        JsonNode error = component("ApiError");
        return error.isMissingNode() ? component("OAuthError") : error;
    }

    JsonNode component(String name) {
        return definition.tree().path("components").path("schemas").path(name);
    }

    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").textValue();
        return reference == null ? node : definition.tree().at(reference.substring(1));
    }

    private void requireValid(JsonNode schema, String body) {
        try {
            assertThat(problems(schema, JSON.readTree(body))).as(body).isEmpty();
        } catch (JsonProcessingException e) {
            throw new AssertionError("an answer is no JSON: " + body, e);
        }
    }

    private Optional<JsonNode> operation(String method, String path) {
        return item(path)
                .map(item -> item.path(method.toLowerCase(Locale.ROOT)))
                .filter(node -> !node.isMissingNode());
    }

    private Optional<JsonNode> item(String path) {
        String relative = path.startsWith(base) ? path.substring(base.length()) : path;
        return definition.tree().path("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), relative))
                .sorted(Comparator.comparingLong(Contract::parameters))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static long parameters(Map.Entry<String, JsonNode> path) {
        return path.getKey().chars().filter(c -> c == '{').count();
    }

    private static boolean matches(String template, String path) {
        return path.matches(template.replaceAll("\\{\\w+\\}", "[^/]+"));
    }
}
