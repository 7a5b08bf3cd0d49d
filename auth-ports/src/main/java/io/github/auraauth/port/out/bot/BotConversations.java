package io.github.auraauth.port.out.bot;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;

/**
 * The bot's Direct Line 3.0: tokens and conversations, each for one user of a channel. What it says is a JSON object as
 * UTF-8 that holds a {@code token}; it is relayed as it came and is a secret as a whole. Safe for use by many threads.
 */
public interface BotConversations {
    /**
     * A token with which a conversation can be opened.
     *
     * @throws Outage.Unavailable when there is no secret to ask with
     * @throws Outage.UpstreamFailed when no secret is taken, or the service fails
     * @throws Outage.UpstreamTimedOut when it does not answer by the deadline
     * @throws Outage.Paused when it asks for a pause that is too long to wait, or has failed too often
     */
    Secret generateToken(Deadline deadline);

    /**
     * A conversation, with its {@code conversationId}, {@code token} and {@code streamUrl}.
     *
     * @throws Outage as {@link #generateToken}
     */
    Secret openConversation(Deadline deadline);
}
