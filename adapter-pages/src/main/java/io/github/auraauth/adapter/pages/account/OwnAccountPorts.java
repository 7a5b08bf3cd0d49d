package io.github.auraauth.adapter.pages.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.OwnAccount;
import io.github.auraauth.port.in.activity.ActivityTrail;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.permission.Permissions;
import io.github.auraauth.port.in.provider.Consents;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;

/** The inbound ports that the pages of one's own account call. */
public record OwnAccountPorts(
        OwnAccount account,
        Accounts accounts,
        AuthTokens tokens,
        Permissions permissions,
        Consents consents,
        ActivityTrail activity,
        OwnSecondFactors factors) {
    public OwnAccountPorts {
        requireNonNull(account, "account");
        requireNonNull(accounts, "accounts");
        requireNonNull(tokens, "tokens");
        requireNonNull(permissions, "permissions");
        requireNonNull(consents, "consents");
        requireNonNull(activity, "activity");
        requireNonNull(factors, "factors");
    }
}
