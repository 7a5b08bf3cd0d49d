package io.github.auraauth.adapter.http.docs;

import com.fasterxml.jackson.databind.JsonNode;

/** The schemas, as they stand in the definition. */
final class SchemaSections {
    private final JsonNode definition;
    private final Html html;

    SchemaSections(JsonNode definition, Html html) {
        this.definition = definition;
        this.html = html;
    }

    void write() {
        html.element("h2", "schemas");
        definition.at("/components/schemas").properties().forEach(schema -> {
            html.element("h3", schema.getKey());
            html.element("pre", schema.getValue().toPrettyString());
        });
    }
}
