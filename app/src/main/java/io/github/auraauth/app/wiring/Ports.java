package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.InboundPorts;
import io.github.auraauth.port.in.health.ReportHealth;

/** What the HTTP API is given of the use cases. */
record Ports(Core core, ApiKeyCore keys, KernelCore kernel, BotCore bot) {

    InboundPorts with(ReportHealth health) {
        return new InboundPorts(
                keys.authenticate,
                new InboundPorts.Registering(core.registerUser, core.registerUserWithAuraId),
                new InboundPorts.Reading(core.readUser, core.findNewestUser, core.identifyAnonymousUser),
                new InboundPorts.Removing(core.removeUser, core.eraseUsers),
                new InboundPorts.Bot(bot.issueToken, bot.openConversation),
                kernel.signingKeys,
                kernel.callers.map(
                        callers -> new InboundPorts.Kernel(callers, core.removeOwnUser, core.findOwnNewestUser)),
                health);
    }
}
