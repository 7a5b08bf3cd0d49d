package io.github.auraauth.port.in.bot;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;

/** Opens a conversation with the bot. */
public interface OpenConversation {
    /**
     * A JSON object as UTF-8, as Direct Line gave it.
     *
     * @throws io.github.auraauth.port.Outage when Direct Line does not do its part
     */
    Secret open(Deadline deadline);
}
