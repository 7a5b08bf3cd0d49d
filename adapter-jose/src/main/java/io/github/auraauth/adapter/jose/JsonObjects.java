package io.github.auraauth.adapter.jose;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** Parses the JSON objects of tokens and key sets: valid UTF-8, and no member twice at any depth. */
final class JsonObjects {
    private JsonObjects() {}

    static Optional<Map<String, Object>> read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    static Optional<Map<String, Object>> read(String json) {
        try {
            return Optional.ofNullable(JsonUtil.parseJson(json));
        } catch (JoseException | RuntimeException noObject) { // the parser throws some of its own errors unchecked
            return Optional.empty();
        }
    }
}
