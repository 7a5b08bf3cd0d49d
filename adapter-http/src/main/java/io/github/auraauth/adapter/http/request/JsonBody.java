package io.github.auraauth.adapter.http.request;

import com.fasterxml.jackson.core.JsonFactory;
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

    private final BodyForm form;

    JsonBody(BodyForm form) {
        this.form = form;
    }

    @Override
    public Map<String, String> read(byte[] content) {
        return members(text(content));
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("the body must be UTF-8");
        }
    }

    private Map<String, String> members(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notAnObject();
            }
            Map<String, String> texts = new HashMap<>();
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                TextForm member = form.members().get(name);
                if (member == null) {
                    throw Refusal.invalid("the body has a member that is not known");
                }
                if (!seen.add(name)) {
                    throw Refusal.invalid(name + " stands in the body more than once");
                }
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    texts.put(name, value(parser, name, member));
                }
            }
            if (parser.nextToken() != null) {
                throw notAnObject();
            }
            return texts;
        } catch (JsonProcessingException e) {
            throw notAnObject();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static String value(JsonParser parser, String name, TextForm form) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING || !form.accepts(parser.getText())) {
            throw Inputs.malformed(name, form);
        }
        return parser.getText();
    }

    private static Refusal notAnObject() {
        return Refusal.invalid("the body must be one JSON object");
    }
}
