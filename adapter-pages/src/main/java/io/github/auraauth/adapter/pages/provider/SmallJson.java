package io.github.auraauth.adapter.pages.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reads JSON that stands in parameters, of which nobody needs much. */
final class SmallJson {
    /** Most characters, which are more than anybody needs to name a few claims. */
    static final int LONGEST = 8192;

    /** A request object, its claims, their two parts, claims in them, and the lists of values of these. */
    private static final int DEEPEST = 8;

    private static final ObjectReader TREES = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private SmallJson() {}

    /** What the text holds; empty when it is no JSON, or more than anybody needs. */
    static Optional<JsonNode> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(TREES.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
