package io.github.auraauth.app.wiring;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.account.AccountAdministration;
import io.github.auraauth.port.in.account.AccountImport;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.StoredAccountData;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.permission.Groups;
import java.net.URI;
import java.util.function.Function;

/**
 * What the commands about accounts ask.
 *
 * @param invitationAddress where somebody sets a password by an invitation's secret
 */
public record AccountServices(
        Accounts accounts,
        AccountAdministration administration,
        StoredAccountData data,
        AccountImport imports,
        Groups groups,
        AuthTokens tokens,
        Function<Secret, URI> invitationAddress) {}
