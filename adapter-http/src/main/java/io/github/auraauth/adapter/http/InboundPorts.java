package io.github.auraauth.adapter.http;

import io.github.auraauth.port.in.apikey.AuthenticateApiKey;
import io.github.auraauth.port.in.bot.IssueBotToken;
import io.github.auraauth.port.in.bot.OpenConversation;
import io.github.auraauth.port.in.erasure.EraseUsersByPhoneNumber;
import io.github.auraauth.port.in.health.ReportHealth;
import io.github.auraauth.port.in.kernel.AuthenticateKernelCaller;
import io.github.auraauth.port.in.token.ListSigningKeys;
import io.github.auraauth.port.in.user.FindNewestUser;
import io.github.auraauth.port.in.user.FindOwnNewestUser;
import io.github.auraauth.port.in.user.IdentifyAnonymousUser;
import io.github.auraauth.port.in.user.ReadUser;
import io.github.auraauth.port.in.user.RegisterUser;
import io.github.auraauth.port.in.user.RegisterUserWithAuraId;
import io.github.auraauth.port.in.user.RemoveOwnUser;
import io.github.auraauth.port.in.user.RemoveUser;
import java.util.Optional;

/**
 * All that the HTTP API asks of the core.
 *
 * @param kernel absent when nothing is published in Kernel: its paths are not there then
 */
public record InboundPorts(
        AuthenticateApiKey keys,
        Registering registering,
        Reading reading,
        Removing removing,
        Bot bot,
        ListSigningKeys signingKeys,
        Optional<Kernel> kernel,
        ReportHealth health) {

    /** How users come to be. */
    public record Registering(RegisterUser byAuthorizationId, RegisterUserWithAuraId byAuraId) {}

    /** How users are found. */
    public record Reading(ReadUser users, FindNewestUser newest, IdentifyAnonymousUser anonymous) {}

    /** How users go. */
    public record Removing(RemoveUser users, EraseUsersByPhoneNumber persons) {}

    /** How channels reach the bot. */
    public record Bot(IssueBotToken tokens, OpenConversation conversations) {}

    /** What the API published in Kernel asks besides. */
    public record Kernel(AuthenticateKernelCaller callers, RemoveOwnUser removing, FindOwnNewestUser newest) {}
}
