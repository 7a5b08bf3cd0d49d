package io.github.auraauth.adapter.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.BodyForm;
import io.github.auraauth.adapter.http.definition.TextForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body that must be one flat JSON object of texts. Strict: no unknown and no repeated member, nothing after the
 * object, UTF-8 without errors; {@code null} is absence.
 */
final class JsonBody implements BodyReader {
    // Names are the caller's: keeping them in tables would let him fill our memory.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final byte GZIP_FIRST = 0x1f;
    private static final byte GZIP_SECOND = (byte) 0x8b;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final BodyForm form;

    JsonBody(BodyForm form) {
        this.form = form;
    }

    @Override
    public Map<String, String> read(byte[] content) {
        return members(text(content));
    }

    private static boolean isGzip(byte[] content) {
        return content.length > 1 && content[0] == GZIP_FIRST && content[1] == GZIP_SECOND;
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid(
                    isGzip(content)
                            ? "the body is compressed with gzip; it must be sent as it is"
                            : "the body must be UTF-8, and has bytes that are not");
        }
    }

    private Map<String, String> members(String json) {
        if (!json.isEmpty() && json.charAt(0) == BYTE_ORDER_MARK) {
            throw Refusal.invalid("the body must begin with {, and begins with a byte order mark");
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw Refusal.invalid(
                        first == null
                                ? "the body is empty; it must be one JSON object"
                                : "the body must be one JSON object, not " + kind(first));
            }
            Map<String, String> texts = new HashMap<>();
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                TextForm member = form.members().get(name);
                if (member == null) {
                    throw Refusal.invalid("the body has a member that is not known; those known are "
                            + String.join(", ", form.members().keySet()));
                }
                if (!seen.add(name)) {
                    throw Refusal.invalid(name + " stands in the body more than once");
                }
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    texts.put(name, value(parser, name, member));
                }
            }
            if (parser.nextToken() != null) {
                throw Refusal.invalid("the body has more than one JSON object");
            }
            return texts;
        } catch (JsonProcessingException e) {
            throw notJson(e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static String value(JsonParser parser, String name, TextForm form) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw Refusal.invalid(name + " must be a text in quotation marks, not " + kind(parser.currentToken()));
        }
        if (!form.accepts(parser.getText())) {
            throw Inputs.malformed(name, form, parser.getText());
        }
        return parser.getText();
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "a number";
        };
    }

    /** Where, but not what: the words of the parser quote the body. */
    private static Refusal notJson(@Nullable JsonLocation where) {
        String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        return Refusal.invalid("the body is not JSON" + place);
    }
}
