package io.github.auraauth.front.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auraauth.front.response.ResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses bodies of JSON, once. Strict: no repeated member, nothing after the value, UTF-8 without errors; a member that is
 * {@code null} is absent.
 */
final class JsonBody {
    private static final int DEEPEST = 32;

    // Names are the caller's: keeping them in tables would let anybody fill our memory.
    private static final ObjectReader TREES = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private static final byte GZIP_FIRST = 0x1f;
    private static final byte GZIP_SECOND = (byte) 0x8b;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private JsonBody() {}

    /**
     * @param names that a message may repeat
     * @throws ResponseException when it is not one JSON value
     */
    static JsonNode parse(byte[] content, Set<String> names) {
        String json = text(content);
        if (!json.isEmpty() && json.charAt(0) == BYTE_ORDER_MARK) {
            throw InvalidInputs.ofBody("must begin with {, and begins with a byte order mark");
        }
        try (JsonParser parser = TREES.createParser(json)) {
            if (parser.nextToken() == null) {
                throw InvalidInputs.ofBody("is empty; it must be one JSON object");
            }
            JsonNode tree = TREES.readTree(parser);
            if (parser.nextToken() != null) {
                throw InvalidInputs.ofBody("has more than one JSON object");
            }
            return withoutNulls(tree);
        } catch (StreamConstraintsException e) {
            throw InvalidInputs.ofBody(
                    e.getOriginalMessage().startsWith("Document nesting depth")
                            ? "is nested deeper than " + DEEPEST + " levels"
                            : "has a number or a name that is too long");
        } catch (JsonProcessingException e) {
            throw e.getOriginalMessage().startsWith("Duplicate ")
                    ? InvalidInputs.repeated(repeated(e), names)
                    : InvalidInputs.ofBody("is not JSON" + place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        node.forEach(JsonBody::withoutNulls);
        return node;
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw InvalidInputs.ofBody(
                    isGzip(content)
                            ? "is compressed with gzip; it must be sent as it is"
                            : "must be UTF-8, and has bytes that are not");
        }
    }

    private static boolean isGzip(byte[] content) {
        return content.length > 1 && content[0] == GZIP_FIRST && content[1] == GZIP_SECOND;
    }

    private static @Nullable String repeated(JsonProcessingException failure) {
        try {
            return failure.getProcessor() instanceof JsonParser parser ? parser.currentName() : null;
        } catch (IOException e) {
            throw new UncheckedIOException("a parser of memory always knows where it is", e);
        }
    }

    /** Where, but not what: the words of the parser quote the body. */
    private static String place(@Nullable JsonLocation where) {
        return where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    }
}
