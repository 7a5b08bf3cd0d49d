package io.github.auraauth.adapter.http.bot;

import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.bot.Bot;
import java.util.Map;

/** The operations that give what the bot's side gives: by GET with 200, by POST, which needs no body, with 201. */
public final class BotEndpoints {
    private static final int GIVEN = 200;
    private static final int CREATED = 201;

    private final Bot bot;

    public BotEndpoints(Bot bot) {
        this.bot = bot;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "issueBotToken", token(GIVEN),
                "issueBotTokenByPost", token(CREATED),
                "openConversation", conversation(GIVEN),
                "openConversationByPost", conversation(CREATED));
    }

    private Endpoint token(int status) {
        return inputs -> deadline -> Response.json(status, BotTokenJson.of(bot.issueToken(deadline)));
    }

    /** As Direct Line gave it. */
    private Endpoint conversation(int status) {
        return inputs ->
                deadline -> Response.json(status, bot.openConversation(deadline).reveal());
    }
}
