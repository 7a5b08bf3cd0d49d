package io.github.auraauth.usecase.bot;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.bot.IssueBotToken;
import io.github.auraauth.port.out.bot.BotConversations;

/** Relays a token of Direct Line's. */
public final class BotTokenIssuing implements IssueBotToken {
    private final BotConversations conversations;

    public BotTokenIssuing(BotConversations conversations) {
        this.conversations = requireNonNull(conversations, "conversations");
    }

    @Override
    public Secret issue(Deadline deadline) {
        return conversations.generateToken(deadline);
    }
}
