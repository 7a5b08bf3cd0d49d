package io.github.auraauth.adapter.http;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.OwnAccount;
import io.github.auraauth.port.in.activity.ActivityTrail;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.AccountSessions;

/** All that the accounts API asks. */
public record AccountPorts(
        AccountAuthentication authentication,
        AccountSessions sessions,
        OwnAccount own,
        Accounts accounts,
        Groups groups,
        Permissions permissions,
        AuthTokens tokens,
        ActivityTrail activity) {
    public AccountPorts {
        requireNonNull(authentication, "authentication");
        requireNonNull(sessions, "sessions");
        requireNonNull(own, "own");
        requireNonNull(accounts, "accounts");
        requireNonNull(groups, "groups");
        requireNonNull(permissions, "permissions");
        requireNonNull(tokens, "tokens");
        requireNonNull(activity, "activity");
    }
}
