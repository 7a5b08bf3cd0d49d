package io.github.auraauth.front.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.auraauth.front.definition.BodySchema;
import io.github.auraauth.front.definition.BodySchema.Fault;
import io.github.auraauth.front.definition.ParameterRules;
import io.github.auraauth.front.response.ResponseException;
import java.util.List;
import java.util.Set;

/** Reads and checks the bodies of one operation. Safe for use by many threads. */
final class BodyReader {
    private final BodySchema schema;
    private final ParameterRules rules;

    BodyReader(BodySchema schema, ParameterRules rules) {
        this.schema = schema;
        this.rules = rules;
    }

    /**
     * @param repeated takes in the names of what is given twice, where that is not refused
     * @throws ResponseException when the body does not keep its schema
     */
    JsonNode read(byte[] content, Set<String> repeated) {
        if (!schema.elseEmpty()) {
            return valid(content, repeated);
        }
        try {
            return valid(content, repeated);
        } catch (ResponseException unfit) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private JsonNode valid(byte[] content, Set<String> repeated) {
        JsonNode body = switch (schema.encoding()) {
            case JSON -> JsonBody.parse(content, schema.names());
            case FORM ->
                switch (rules) {
                    case STRICT -> FormBody.parse(content, schema);
                    case OAUTH -> FormBody.parse(content, schema, repeated);
                };
        };
        List<Fault> faults = schema.validation().faults(body);
        if (!faults.isEmpty()) {
            throw InvalidInputs.of(faults);
        }
        return body;
    }
}
