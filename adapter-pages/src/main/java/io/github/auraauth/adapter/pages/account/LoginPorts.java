package io.github.auraauth.adapter.pages.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.in.account.Invitations;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.secondfactor.PasskeyLogins;
import io.github.auraauth.port.in.secondfactor.SecondFactorLogins;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.AccountSessions;

/** The inbound ports that the pages of a login call. */
public record LoginPorts(
        AccountSessions sessions,
        AccountAuthentication authentication,
        SecondFactorLogins secondFactors,
        PasskeyLogins passkeys,
        OwnSecondFactors factors,
        Invitations invitations) {
    public LoginPorts {
        requireNonNull(sessions, "sessions");
        requireNonNull(authentication, "authentication");
        requireNonNull(secondFactors, "secondFactors");
        requireNonNull(passkeys, "passkeys");
        requireNonNull(factors, "factors");
        requireNonNull(invitations, "invitations");
    }
}
