package io.github.auraauth.app.django;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses a dump: a JSON array of objects, each with {@code model}, {@code pk} and {@code fields}. */
final class DumpParser {
    private static final JsonFactory FACTORY = new JsonFactory();

    private DumpParser() {}

    static List<DumpedObject> parse(InputStream in) throws IOException, UnreadableDumpException {
        List<DumpedObject> objects = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(in)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw unreadable(json);
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                objects.add(object(json));
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw unreadable(json);
            }
        } catch (JsonProcessingException broken) {
            throw new UnreadableDumpException("line " + broken.getLocation().getLineNr() + " is no JSON");
        }
        return objects;
    }

    private static DumpedObject object(JsonParser json) throws IOException, UnreadableDumpException {
        int line = json.currentLocation().getLineNr();
        Map<String, Object> members = map(json);
        Map<String, Object> fields = new LinkedHashMap<>();
        if (members.get("fields") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        if (!(members.get("model") instanceof String model) || !model.matches("\\w{1,100}\\.\\w{1,100}")) {
            throw new UnreadableDumpException(
                    "the object in line " + line + " has no model, as those of dumpdata have");
        }
        return new DumpedObject(model, String.valueOf(members.getOrDefault("pk", "")), fields);
    }

    private static Map<String, Object> map(JsonParser json) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            value(json).ifPresent(value -> members.put(name, value));
        }
        return members;
    }

    private static Optional<Object> value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> Optional.of(map(json));
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    value(json).ifPresent(elements::add);
                }
                yield Optional.of(elements);
            }
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(json.getBooleanValue());
            case VALUE_NULL -> Optional.empty();
            default -> Optional.of(json.getText());
        };
    }

    private static UnreadableDumpException unreadable(JsonParser json) {
        return new UnreadableDumpException(
                "line " + json.currentLocation().getLineNr() + " is not what dumpdata writes, an array of objects");
    }
}
