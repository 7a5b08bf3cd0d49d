package io.github.auraauth.usecase.bot;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.bot.OpenConversation;
import io.github.auraauth.port.out.bot.BotConversations;

/** Relays a conversation of Direct Line's. */
public final class ConversationOpening implements OpenConversation {
    private final BotConversations conversations;

    public ConversationOpening(BotConversations conversations) {
        this.conversations = requireNonNull(conversations, "conversations");
    }

    @Override
    public Secret open(Deadline deadline) {
        return conversations.openConversation(deadline);
    }
}
