package io.github.auraauth.port.in.bot;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;

/** The bot, as channels reach it. Safe for use by many threads. */
public interface Bot {

    /**
     * A token for the bot: a JSON object as UTF-8, as Direct Line gave it.
     *
     * @throws io.github.auraauth.port.Outage when Direct Line does not do its part
     */
    Secret issueToken(Deadline deadline);

    /**
     * A new conversation with the bot: a JSON object as UTF-8, as Direct Line gave it.
     *
     * @throws io.github.auraauth.port.Outage when Direct Line does not do its part
     */
    Secret openConversation(Deadline deadline);
}
