package io.github.auraauth.adapter.http;

import io.github.auraauth.port.in.AuthenticateApiKey;
import io.github.auraauth.port.in.EraseUsersByPhoneNumber;
import io.github.auraauth.port.in.FindNewestUser;
import io.github.auraauth.port.in.IdentifyAnonymousUser;
import io.github.auraauth.port.in.ReadUser;
import io.github.auraauth.port.in.RegisterUser;
import io.github.auraauth.port.in.RegisterUserWithAuraId;
import io.github.auraauth.port.in.RemoveUser;
import io.github.auraauth.port.in.ReportHealth;

/** All that the HTTP API asks of the core. */
public record InboundPorts(
        AuthenticateApiKey keys, Registering registering, Reading reading, Removing removing, ReportHealth health) {

    /** How users come to be. */
    public record Registering(RegisterUser byAuthorizationId, RegisterUserWithAuraId byAuraId) {}

    /** How users are found. */
    public record Reading(ReadUser users, FindNewestUser newest, IdentifyAnonymousUser anonymous) {}

    /** How users go. */
    public record Removing(RemoveUser users, EraseUsersByPhoneNumber persons) {}
}
