package io.github.auraauth.adapter.http.bot;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.IssueBotToken;
import io.github.auraauth.port.in.OpenConversation;
import java.util.Map;
import java.util.function.Function;

/** The operations that relay what the bot's side gives: by GET with 200, by POST, which needs no body, with 201. */
public final class BotEndpoints {
    private static final int GIVEN = 200;
    private static final int CREATED = 201;

    private final IssueBotToken tokens;
    private final OpenConversation conversations;

    public BotEndpoints(IssueBotToken tokens, OpenConversation conversations) {
        this.tokens = tokens;
        this.conversations = conversations;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "issueBotToken", relay(GIVEN, tokens::issue),
                "issueBotTokenByPost", relay(CREATED, tokens::issue),
                "openConversation", relay(GIVEN, conversations::open),
                "openConversationByPost", relay(CREATED, conversations::open));
    }

    private static Endpoint relay(int status, Function<Deadline, Secret> source) {
        return inputs -> deadline -> Answer.json(status, source.apply(deadline).reveal());
    }
}
