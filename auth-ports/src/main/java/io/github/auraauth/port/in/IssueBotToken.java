package io.github.auraauth.port.in;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;

/** Gives a channel a token for the bot. */
public interface IssueBotToken {
    /**
     * A JSON object as UTF-8, as Direct Line gave it.
     *
     * @throws io.github.auraauth.port.out.Outage when Direct Line does not do its part
     */
    Secret issue(Deadline deadline);
}
