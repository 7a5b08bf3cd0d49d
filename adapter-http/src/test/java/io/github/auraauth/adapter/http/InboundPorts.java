package io.github.auraauth.adapter.http;

import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.in.bot.Bot;
import io.github.auraauth.port.in.erasure.PersonErasure;
import io.github.auraauth.port.in.health.Health;
import io.github.auraauth.port.in.kernel.KernelAuthentication;
import io.github.auraauth.port.in.login.Logins;
import io.github.auraauth.port.in.token.SigningKeys;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.Users;
import java.util.Optional;

/**
 * All that the HTTP API asks of the core.
 *
 * @param kernel absent when nothing is published in Kernel: its paths are not there then
 */
record InboundPorts(
        ApiKeyAuthentication keys,
        Users users,
        PersonErasure persons,
        Logins logins,
        Bot bot,
        SigningKeys signingKeys,
        Optional<Kernel> kernel,
        Health health) {

    /** What the API published in Kernel asks besides. */
    public record Kernel(KernelAuthentication callers, OwnUsers users) {}
}
