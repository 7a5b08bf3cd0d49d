package io.github.auraauth.adapter.http.docs;

import com.fasterxml.jackson.databind.JsonNode;

/** Follows the definition's references to its own parts. */
final class References {
    private final JsonNode definition;

    References(JsonNode definition) {
        this.definition = definition;
    }

    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").textValue();
        return reference == null ? node : resolved(definition.at(reference.substring(1)));
    }
}
