package io.github.auraauth.adapter.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** The introduction and the operations, one section each. */
final class OperationSections {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode definition;
    private final References references;
    private final Html html;

    OperationSections(JsonNode definition, Html html) {
        this.definition = definition;
        this.references = new References(definition);
        this.html = html;
    }

    void write() {
        paragraphs(definition.at("/info/description").asText());
        String base = definition.at("/servers/0/url").asText();
        html.element("p", () -> html.text("Base path: ").element("code", base));
        definition.path("tags").forEach(tag -> {
            html.element("h2", tag.path("name").asText());
            paragraphs(tag.path("description").asText());
            definition
                    .path("paths")
                    .properties()
                    .forEach(path -> METHODS.stream()
                            .filter(method -> isTagged(path.getValue().path(method), tag))
                            .forEach(method -> operation(path.getKey(), path.getValue(), method)));
        });
    }

    private static boolean isTagged(JsonNode operation, JsonNode tag) {
        return operation.at("/tags/0").asText().equals(tag.path("name").asText());
    }

    private void operation(String path, JsonNode item, String method) {
        JsonNode operation = item.path(method);
        html.element("h3", () -> html.element("code", method.toUpperCase(Locale.ROOT) + ' ' + path));
        html.element("p", () -> html.element("strong", operation.path("summary").asText()));
        paragraphs(operation.path("description").asText());
        html.element("p", access(operation));
        parameters(item, operation);
        body(operation.path("requestBody"));
        answers(operation.path("responses"));
    }

    private static String access(JsonNode operation) {
        StringBuilder text = new StringBuilder("Level: ");
        operation
                .path("x-aura-levels")
                .forEach(level -> text.append(level.asText()).append(' '));
        if (operation.has("x-aura-mode")) {
            text.append("· mode: ").append(operation.path("x-aura-mode").asText());
        }
        if (operation.path("x-aura-at-root").asBoolean()) {
            text.append(" · also without the base path");
        }
        return text.toString();
    }

    private void parameters(JsonNode item, JsonNode operation) {
        if (item.path("parameters").isEmpty() && operation.path("parameters").isEmpty()) {
            return;
        }
        html.element("table", () -> {
            row("th", "parameter", "in", "must be", "what it is");
            item.path("parameters").forEach(this::parameter);
            operation.path("parameters").forEach(this::parameter);
        });
    }

    private void parameter(JsonNode given) {
        JsonNode parameter = references.resolved(given);
        JsonNode schema = references.resolved(parameter.path("schema"));
        String required = parameter.path("required").asBoolean() ? ", required" : "";
        row(
                "td",
                parameter.path("name").asText(),
                parameter.path("in").asText() + required,
                schema.path("x-aura-form").asText(),
                parameter.path("description").asText());
    }

    private void body(JsonNode given) {
        JsonNode body = references.resolved(given);
        if (!body.isMissingNode()) {
            html.element("h4", "Body");
            paragraphs(body.path("description").asText());
            examples(body);
        }
    }

    private void answers(JsonNode responses) {
        html.element("h4", "Answers");
        responses.properties().forEach(entry -> {
            JsonNode response = references.resolved(entry.getValue());
            html.element(
                    "p",
                    () -> html.element("code", entry.getKey())
                            .text(" ")
                            .text(response.path("description").asText()));
            examples(response);
        });
    }

    private void examples(JsonNode content) {
        content.path("content").forEach(media -> {
            if (media.has("example")) {
                example(media.path("example"));
            }
            media.path("examples")
                    .forEach(example -> example(references.resolved(example).path("value")));
        });
    }

    private void example(JsonNode value) {
        html.element("pre", value.isTextual() ? value.asText() : value.toPrettyString());
    }

    private void row(String cell, String... texts) {
        html.element("tr", () -> {
            for (String text : texts) {
                html.element(cell, text);
            }
        });
    }

    private void paragraphs(String text) {
        for (String paragraph : text.strip().split("\n\n", -1)) {
            if (!paragraph.isEmpty()) {
                html.element("p", paragraph);
            }
        }
    }
}
