package io.github.auraauth.adapter.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a locale file: one JSON object of keys, each with a list of texts. */
final class LocaleReader {
    private static final int LONGEST_TEXT = 2_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private LocaleReader() {}

    /**
     * @param name of the file, for the words of a refusal
     * @throws IllegalArgumentException when it is no such object, naming the file and, where there is one, the key
     */
    static Map<String, List<String>> read(String name, byte[] json) {
        if (json.length > LocaleFile.LARGEST) {
            throw new IllegalArgumentException("the locale file " + name + " is larger than 512 KiB");
        }
        Map<String, List<String>> texts = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, name, "is not a JSON object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                texts.put(key, texts(parser, name, key));
            }
            require(parser.nextToken() == null, name, "goes on after its object");
        } catch (IOException e) {
            throw new IllegalArgumentException("the locale file " + name + " is not JSON, or repeats a key", e);
        }
        return texts;
    }

    private static List<String> texts(JsonParser parser, String name, String key) throws IOException {
        List<String> texts = new ArrayList<>();
        require(parser.nextToken() == JsonToken.START_ARRAY, name, "has no list of texts at " + key);
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            String text = parser.getText();
            require(isReadable(text), name, "has an empty, overlong or unreadable text at " + key);
            texts.add(text);
        }
        require(parser.currentToken() == JsonToken.END_ARRAY, name, "has something that is no text at " + key);
        require(!texts.isEmpty(), name, "has no text at " + key);
        return List.copyOf(texts);
    }

    private static boolean isReadable(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_TEXT
                && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }

    private static void require(boolean kept, String name, String problem) {
        if (!kept) {
            throw new IllegalArgumentException("the locale file " + name + " " + problem);
        }
    }
}
