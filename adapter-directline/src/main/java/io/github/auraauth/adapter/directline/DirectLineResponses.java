package io.github.auraauth.adapter.directline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.auraauth.outgoing.UpstreamResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Interprets the responses of Direct Line. */
final class DirectLineResponses {
    private static final ObjectReader STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private DirectLineResponses() {}

    /** Whether it contains what was asked for: one JSON object in UTF-8 with a token. */
    static boolean hasToken(UpstreamResponse response) {
        return (response.status() == 200 || response.status() == 201)
                && !textOf(object(response).path("token")).isEmpty();
    }

    /** Whether it refuses the secret, rather than the request. */
    static boolean isSecretRefused(UpstreamResponse response) {
        return response.status() == 401
                || response.status() == 403
                        && textOf(object(response).path("error").path("code")).equals("BadArgument");
    }

    static boolean asksForPause(UpstreamResponse response) {
        return response.status() == 429;
    }

    private static String textOf(JsonNode member) {
        return member.isTextual() ? member.textValue() : "";
    }

    /** The object, or a node without members when it is not one; why is not said, since that would quote the response. */
    private static JsonNode object(UpstreamResponse response) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(response.body()))
                    .toString();
            return STRICT.readTree(text);
        } catch (CharacterCodingException | JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
