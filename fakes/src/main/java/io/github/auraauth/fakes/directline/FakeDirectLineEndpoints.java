package io.github.auraauth.fakes.directline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Consumer;

/** The endpoints of Direct Line. */
final class FakeDirectLineEndpoints {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";

    private final DirectLineAccess access;
    private final IssuedTokens tokens;
    private final Conversations conversations;

    FakeDirectLineEndpoints(DirectLineAccess access, IssuedTokens tokens, Conversations conversations) {
        this.access = access;
        this.tokens = tokens;
        this.conversations = conversations;
    }

    /** A token for anyone, which only a fake gives. */
    void give(Context call) {
        FakeDirectLineResponses.json(call, 200, json(tokens.forNewConversation()));
    }

    void generate(Context call) {
        access.holder(
                call,
                bearer(call),
                token -> FakeDirectLineResponses.json(call, 200, json(token.orElseGet(tokens::forNewConversation))));
    }

    void refresh(Context call) {
        access.holder(
                call,
                bearer(call),
                token -> token.ifPresentOrElse(
                        old -> FakeDirectLineResponses.json(
                                call, 200, json(tokens.forConversation(old.conversationId()))),
                        () -> FakeDirectLineResponses.error(
                                call, 403, "BadArgument", "Only a token can be refreshed")));
    }

    void start(Context call) {
        access.holder(call, bearer(call), token -> {
            FakeToken own = token.orElseGet(tokens::forNewConversation);
            boolean isNew = conversations.start(own.conversationId());
            FakeDirectLineResponses.json(call, isNew ? 201 : 200, withStream(own, "-"));
        });
    }

    void reconnect(Context call) {
        in(call, conversation -> {
            String watermark = Optional.ofNullable(call.queryParam("watermark")).orElse("-");
            FakeDirectLineResponses.json(
                    call, 200, withStream(tokens.forConversation(call.pathParam("id")), watermark));
        });
    }

    void say(Context call) {
        in(call, conversation -> {
            JsonNode activity = parsed(call.body());
            if (activity instanceof ObjectNode object
                    && !object.path("type").asText().isEmpty()
                    && !object.path("from").path("id").asText().isEmpty()) {
                String id = conversation.say(object);
                FakeDirectLineResponses.json(
                        call, 200, JsonNodeFactory.instance.objectNode().put("id", id));
            } else {
                FakeDirectLineResponses.error(call, 400, "BadArgument", "An activity needs type and from.id");
            }
        });
    }

    void hear(Context call) {
        in(
                call,
                conversation -> FakeDirectLineResponses.json(
                        call, 200, conversation.after(Conversations.number(call.queryParam("watermark")))));
    }

    private void in(Context call, Consumer<Conversation> then) {
        String id = call.pathParam("id");
        access.member(
                call,
                bearer(call),
                id,
                () -> conversations
                        .find(id)
                        .ifPresentOrElse(
                                then,
                                () -> FakeDirectLineResponses.error(call, 404, "BadArgument", "No such conversation")));
    }

    private ObjectNode withStream(FakeToken token, String watermark) {
        return json(token).put("streamUrl", conversations.stream(token, watermark));
    }

    private static ObjectNode json(FakeToken token) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("conversationId", token.conversationId())
                .put("token", token.value())
                .put("expires_in", IssuedTokens.VALIDITY.toSeconds());
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.nullNode();
        }
    }

    private static String bearer(Context call) {
        return Optional.ofNullable(call.header("Authorization"))
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()))
                .orElse("");
    }
}
