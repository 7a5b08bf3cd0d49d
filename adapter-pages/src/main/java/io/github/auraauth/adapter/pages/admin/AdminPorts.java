package io.github.auraauth.adapter.pages.admin;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.LoginLocks;
import io.github.auraauth.port.in.activity.ActivityReview;
import io.github.auraauth.port.in.apikey.RegisteredApiKeys;
import io.github.auraauth.port.in.authtoken.AuthTokenAudit;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.client.Clients;
import io.github.auraauth.port.in.health.Health;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import io.github.auraauth.port.in.provider.SigningKeyRotation;
import io.github.auraauth.port.in.secondfactor.SecondFactorAdministration;
import io.github.auraauth.port.in.terms.TermsReport;
import io.github.auraauth.port.in.user.UserAdministration;
import java.util.Optional;

/**
 * All that the pages of administration ask.
 *
 * @param terms absent where no terms are kept
 */
public record AdminPorts(
        Accounts accounts,
        LoginLocks locks,
        SecondFactorAdministration secondFactors,
        Groups groups,
        Permissions permissions,
        AuthTokens tokens,
        AuthTokenAudit tokenAudit,
        Clients clients,
        SigningKeyRotation signingKeys,
        RegisteredApiKeys apiKeys,
        UserAdministration users,
        Optional<TermsReport> terms,
        ActivityReview activity,
        Health health) {
    public AdminPorts {
        requireNonNull(accounts, "accounts");
        requireNonNull(locks, "locks");
        requireNonNull(secondFactors, "secondFactors");
        requireNonNull(groups, "groups");
        requireNonNull(permissions, "permissions");
        requireNonNull(tokens, "tokens");
        requireNonNull(tokenAudit, "tokenAudit");
        requireNonNull(clients, "clients");
        requireNonNull(signingKeys, "signingKeys");
        requireNonNull(apiKeys, "apiKeys");
        requireNonNull(users, "users");
        requireNonNull(terms, "terms");
        requireNonNull(activity, "activity");
        requireNonNull(health, "health");
    }
}
