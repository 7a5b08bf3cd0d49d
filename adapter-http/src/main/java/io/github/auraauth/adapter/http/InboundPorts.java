package io.github.auraauth.adapter.http;

import io.github.auraauth.port.in.AuthenticateApiKey;
import io.github.auraauth.port.in.AuthenticateKernelCaller;
import io.github.auraauth.port.in.ConfirmLogin;
import io.github.auraauth.port.in.EndLogin;
import io.github.auraauth.port.in.EraseUsersByPhoneNumber;
import io.github.auraauth.port.in.FindNewestUser;
import io.github.auraauth.port.in.FindOwnNewestUser;
import io.github.auraauth.port.in.IdentifyAnonymousUser;
import io.github.auraauth.port.in.IssueBotToken;
import io.github.auraauth.port.in.ListSigningKeys;
import io.github.auraauth.port.in.OpenConversation;
import io.github.auraauth.port.in.ReadUser;
import io.github.auraauth.port.in.ReceiveLogin;
import io.github.auraauth.port.in.RegisterUser;
import io.github.auraauth.port.in.RegisterUserWithAuraId;
import io.github.auraauth.port.in.RemoveOwnUser;
import io.github.auraauth.port.in.RemoveUser;
import io.github.auraauth.port.in.ReportHealth;
import io.github.auraauth.port.in.StartLogin;
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
        Login login,
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

    /** How persons log in and out in a browser. */
    public record Login(StartLogin starting, ReceiveLogin receiving, ConfirmLogin confirming, EndLogin ending) {}
}
