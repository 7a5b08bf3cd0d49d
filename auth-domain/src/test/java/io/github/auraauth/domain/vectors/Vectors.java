package io.github.auraauth.domain.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the vectors; a list that is missing or empty fails. */
public final class Vectors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    /** The entries of one list of one file. */
    public static Stream<JsonNode> of(String file, String list) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            JsonNode entries = JSON.readTree(in).required(list);
            if (entries.isEmpty()) {
                throw new IllegalStateException(file + " has no " + list);
            }
            return StreamSupport.stream(entries.spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON value in a text. */
    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a list, none when it is absent. */
    public static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
