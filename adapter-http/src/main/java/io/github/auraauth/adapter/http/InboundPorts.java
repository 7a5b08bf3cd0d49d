package io.github.auraauth.adapter.http;

import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.in.bot.IssueBotToken;
import io.github.auraauth.port.in.bot.OpenConversation;
import io.github.auraauth.port.in.erasure.PersonErasure;
import io.github.auraauth.port.in.health.ReportHealth;
import io.github.auraauth.port.in.kernel.AuthenticateKernelCaller;
import io.github.auraauth.port.in.login.Logins;
import io.github.auraauth.port.in.token.ListSigningKeys;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.Users;
import java.util.Optional;

/**
 * All that the HTTP API asks of the core.
 *
 * @param kernel absent when nothing is published in Kernel: its paths are not there then
 */
public record InboundPorts(
        ApiKeyAuthentication keys,
        Users users,
        PersonErasure persons,
        Logins logins,
        Bot bot,
        ListSigningKeys signingKeys,
        Optional<Kernel> kernel,
        ReportHealth health) {

    /** How channels reach the bot. */
    public record Bot(IssueBotToken tokens, OpenConversation conversations) {}

    /** What the API published in Kernel asks besides. */
    public record Kernel(AuthenticateKernelCaller callers, OwnUsers users) {}
}
