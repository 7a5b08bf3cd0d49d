package io.github.auraauth.usecase.bot;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.bot.Bot;
import io.github.auraauth.port.out.bot.BotConversations;

/** Relays what Direct Line gives, since nothing is to be decided about it. */
public final class BotService implements Bot {
    private final BotConversations conversations;

    public BotService(BotConversations conversations) {
        this.conversations = requireNonNull(conversations, "conversations");
    }

    @Override
    public Secret issueToken(Deadline deadline) {
        return conversations.generateToken(deadline);
    }

    @Override
    public Secret openConversation(Deadline deadline) {
        return conversations.openConversation(deadline);
    }
}
