package io.github.auraauth.front.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.auraauth.front.definition.BodySchema;
import io.github.auraauth.front.definition.BodySchema.Fault;
import io.github.auraauth.front.response.ResponseException;
import java.util.List;

/** Reads and checks the bodies of one operation. Safe for use by many threads. */
final class BodyReader {
    private final BodySchema schema;

    BodyReader(BodySchema schema) {
        this.schema = schema;
    }

    /** @throws ResponseException when the body does not keep its schema */
    JsonNode read(byte[] content) {
        if (!schema.elseEmpty()) {
            return valid(content);
        }
        try {
            return valid(content);
        } catch (ResponseException unfit) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private JsonNode valid(byte[] content) {
        JsonNode body = switch (schema.encoding()) {
            case JSON -> JsonBody.parse(content, schema.names());
            case FORM -> FormBody.parse(content, schema.names());
        };
        List<Fault> faults = schema.validation().faults(body);
        if (!faults.isEmpty()) {
            throw InvalidInputs.of(faults);
        }
        return body;
    }
}
