package io.github.auraauth.port.in.bot;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;

/** Gives a channel a token for the bot. */
public interface IssueBotToken {
    /**
     * A JSON object as UTF-8, as Direct Line gave it.
     *
     * @throws io.github.auraauth.port.Outage when Direct Line does not do its part
     */
    Secret issue(Deadline deadline);
}
