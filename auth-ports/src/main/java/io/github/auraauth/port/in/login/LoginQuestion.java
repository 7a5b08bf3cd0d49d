package io.github.auraauth.port.in.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * The question to a person before an account is linked.
 *
 * @param channel for which it is linked; without a name where none is known
 * @param maskedAuraId the end of the auraId only
 * @param requestedAt when the link was made
 * @param target where the browser will go in the end
 * @param token that the form must send along
 * @param cookie to be set with the page
 */
public record LoginQuestion(
        Channel channel,
        String maskedAuraId,
        Instant requestedAt,
        Optional<TrustedRedirect> target,
        Secret token,
        BrowserCookie cookie) {
    public LoginQuestion {
        requireNonNull(channel, "channel");
        requireNonNull(maskedAuraId, "maskedAuraId");
        requireNonNull(requestedAt, "requestedAt");
        requireNonNull(target, "target");
        requireNonNull(token, "token");
        requireNonNull(cookie, "cookie");
    }
}
