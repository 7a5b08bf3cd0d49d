package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.InboundPorts;
import io.github.auraauth.port.in.health.Health;

/** What the HTTP API is given of the use cases. */
record Ports(Core core, ApiKeyCore keys, LoginCore login, KernelCore kernel, BotCore bot) {

    InboundPorts with(Health health) {
        return new InboundPorts(
                keys.authentication,
                core.users,
                core.erasure,
                login.logins,
                bot.bot,
                kernel.signingKeys,
                kernel.callers.map(callers -> new InboundPorts.Kernel(callers, core.ownUsers)),
                health);
    }
}
