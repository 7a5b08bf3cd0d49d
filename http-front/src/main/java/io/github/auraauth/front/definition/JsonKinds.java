package io.github.auraauth.front.definition;

import com.fasterxml.jackson.databind.JsonNode;

/** What people call the kinds of JSON values. */
final class JsonKinds {
    private JsonKinds() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case STRING, BINARY -> "a text";
            case BOOLEAN -> "a boolean";
            case NULL, MISSING -> "null";
            case NUMBER -> "a number";
        };
    }
}
