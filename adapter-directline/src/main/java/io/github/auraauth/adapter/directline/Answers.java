package io.github.auraauth.adapter.directline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.auraauth.outgoing.Reply;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What replies of Direct Line mean. */
final class Answers {
    private static final ObjectReader STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private Answers() {}

    /** Whether it gives what was asked for: one JSON object in UTF-8 with a token. */
    static boolean isGiven(Reply reply) {
        return (reply.status() == 200 || reply.status() == 201)
                && !textOf(object(reply).path("token")).isEmpty();
    }

    /** Whether it refuses the secret, rather than the call. */
    static boolean isSecretRefused(Reply reply) {
        return reply.status() == 401
                || reply.status() == 403
                        && textOf(object(reply).path("error").path("code")).equals("BadArgument");
    }

    static boolean asksForPause(Reply reply) {
        return reply.status() == 429;
    }

    private static String textOf(JsonNode member) {
        return member.isTextual() ? member.textValue() : "";
    }

    /** The object, or a node without members. What is wrong is not said, for it would quote the reply. */
    private static JsonNode object(Reply reply) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(reply.body()))
                    .toString();
            return STRICT.readTree(text);
        } catch (CharacterCodingException | JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
