package io.github.auraauth.app.wiring.account;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.AccountAdministration;
import io.github.auraauth.port.in.account.AccountImport;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.StoredAccountData;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.client.ClientImport;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import io.github.auraauth.port.in.secondfactor.SecondFactorAdministration;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * The inbound ports that the commands about accounts call.
 *
 * @param invitationAddress where somebody sets a password by an invitation's secret
 */
public record AccountCommandServices(
        Accounts accounts,
        AccountAdministration administration,
        SecondFactorAdministration secondFactors,
        StoredAccountData data,
        AccountImport imports,
        ClientImport clients,
        Groups groups,
        Permissions permissions,
        AuthTokens tokens,
        Function<Secret, URI> invitationAddress) {
    private static final Duration PREPARATION = Duration.ofSeconds(10);

    /** Those over the same stores as the server's. */
    public static AccountCommandServices of(
            Configuration configuration,
            AccountServices services,
            ClientImport clients,
            ClockAndRandom clockAndRandom) {
        services.bootstrap.prepare(Deadline.in(PREPARATION, clockAndRandom.clock()));
        ServiceAddress address = ServiceAddress.of(configuration);
        return new AccountCommandServices(
                services.accounts,
                services.administration,
                services.secondFactors.administration,
                services.data,
                services.imports,
                clients,
                services.groups,
                services.permissions,
                services.tokens,
                secret -> URI.create(address.root() + "/invitation?secret=" + secret.revealText()));
    }
}
