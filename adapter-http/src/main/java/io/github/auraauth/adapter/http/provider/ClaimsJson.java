package io.github.auraauth.adapter.http.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.front.response.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Claims as JSON: texts, numbers, truth values, lists and objects of these. */
final class ClaimsJson {
    private ClaimsJson() {}

    /** An object with the claims in their order. */
    static byte[] of(Map<String, ?> claims) {
        return Json.object(json -> members(json, claims));
    }

    private static void members(JsonGenerator json, Map<?, ?> claims) throws IOException {
        for (Map.Entry<?, ?> claim : claims.entrySet()) {
            json.writeFieldName(String.valueOf(claim.getKey()));
            value(json, claim.getValue());
        }
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            members(json, object);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                value(json, element);
            }
            json.writeEndArray();
        } else {
            json.writeObject(value);
        }
    }
}
