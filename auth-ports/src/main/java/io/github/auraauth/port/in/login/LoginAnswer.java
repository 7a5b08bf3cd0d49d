package io.github.auraauth.port.in.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.ChannelId;
import java.util.Optional;

/**
 * The answer to a browser in a login or logout.
 *
 * @param locale culture code that a good state asked for
 * @param channelId of a good state
 */
public record LoginAnswer(LoginOutcome outcome, Optional<String> locale, Optional<ChannelId> channelId) {
    public LoginAnswer {
        requireNonNull(outcome, "outcome");
        requireNonNull(locale, "locale");
        requireNonNull(channelId, "channelId");
    }

    /** An answer to whoever has no good state. */
    public static LoginAnswer of(LoginOutcome outcome) {
        return new LoginAnswer(outcome, Optional.empty(), Optional.empty());
    }
}
