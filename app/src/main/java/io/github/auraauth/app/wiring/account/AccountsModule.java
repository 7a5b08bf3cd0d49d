package io.github.auraauth.app.wiring.account;

import io.github.auraauth.adapter.http.AccountPorts;
import io.github.auraauth.adapter.http.AccountsApi;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.account.AccountPages;
import io.github.auraauth.adapter.pages.account.LoginPorts;
import io.github.auraauth.adapter.pages.account.OwnAccountPages;
import io.github.auraauth.adapter.pages.account.OwnAccountPorts;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.account.AccountSettings.Administrator;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.Consents;
import io.github.auraauth.port.in.session.AccountAuthentication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Accounts with their API and pages. */
public final class AccountsModule implements FeatureModule {
    private static final Duration START = Duration.ofMinutes(10);

    private final Configuration configuration;
    private final AccountServices services;
    private final Consents consents;
    private final PageConfig pages;
    private final ClockAndRandom clockAndRandom;

    public AccountsModule(
            Configuration configuration,
            AccountServices services,
            Consents consents,
            PageConfig pages,
            ClockAndRandom clockAndRandom) {
        this.configuration = configuration;
        this.services = services;
        this.consents = consents;
        this.pages = pages;
        this.clockAndRandom = clockAndRandom;
    }

    /**
     * Brings accounts to what is configured, before they are served.
     *
     * @throws StartRefused when what is configured cannot be
     */
    public void prepare() throws StartRefused {
        new AccountStart(services, configuration).prepare(Deadline.in(START, clockAndRandom.clock()));
    }

    /**
     * Makes up an administrator, where the store is the embedded one and there is no superuser.
     *
     * @return with the password, which is not to be seen again
     * @throws StartRefused when they cannot be made
     */
    public Optional<Administrator> makeUpAdministrator() throws StartRefused {
        boolean embedded = configuration.mongo().uri().isEmpty();
        return embedded
                ? new AccountStart(services, configuration)
                        .makeUp(clockAndRandom.random(), Deadline.in(START, clockAndRandom.clock()))
                : Optional.empty();
    }

    /** Who calls with an account's credential. */
    public AccountAuthentication authentication() {
        return services.authentication;
    }

    @Override
    public List<Api> apis() {
        PublicAddress address =
                configuration.deployment().publicUrl().map(PublicAddress::of).orElse(PublicAddress.UNKNOWN);
        HostCookie session = HostCookie.of(address, "session");
        AccountPorts ports = new AccountPorts(
                services.authentication,
                services.sessions,
                services.ownAccount,
                services.accounts,
                services.groups,
                services.permissions,
                services.tokens,
                services.activity);
        Api api = AccountsApi.of(
                ports, address, session, configuration.deployment().kind().isDevelopment());
        Api login = new AccountPages(pages, address, session, clockAndRandom.random())
                .api(new LoginPorts(
                        services.sessions,
                        services.authentication,
                        services.secondFactors.logins,
                        services.secondFactors.passkeyLogins,
                        services.secondFactors.own,
                        services.invitations));
        return List.of(api, login, own(address, session));
    }

    private Api own(PublicAddress address, HostCookie session) {
        OwnAccountPorts ports = new OwnAccountPorts(
                services.ownAccount,
                services.accounts,
                services.tokens,
                services.permissions,
                consents,
                services.activity,
                services.secondFactors.own);
        return new OwnAccountPages(pages, address, session, clockAndRandom.clock(), clockAndRandom.random())
                .api(services.authentication, ports, services.secondFactors.setup);
    }

    @Override
    public List<ScheduledJob> jobs() {
        return List.of(ScheduledJob.every(
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                "finishing erasures of accounts",
                services.eraser::resume));
    }
}
