package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.directline.DirectLineConversations;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.port.in.bot.IssueBotToken;
import io.github.auraauth.port.in.bot.OpenConversation;
import io.github.auraauth.usecase.bot.BotTokenIssuing;
import io.github.auraauth.usecase.bot.ConversationOpening;

/** The way to the bot. Where it is not configured, it is away. */
final class BotCore {
    static final String PEER = "direct-line";

    final IssueBotToken issueToken;
    final OpenConversation openConversation;

    BotCore(Configuration configuration, OutgoingHttp outgoing, Sources sources) {
        var conversations = new DirectLineConversations(
                configuration.upstream().directLine(), outgoing.peer(PEER), sources.clock());
        issueToken = new BotTokenIssuing(conversations);
        openConversation = new ConversationOpening(conversations);
    }
}
