package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.admin.AdminPages;
import io.github.auraauth.adapter.pages.admin.AdminPorts;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.wiring.account.AccountServices;
import io.github.auraauth.app.wiring.apikey.ApiKeysModule;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.app.wiring.user.UsersModule;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.terms.TermsReport;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.usecase.health.DependencyHealth;
import java.util.List;
import java.util.Optional;

/** The pages of administration, over the use cases of all features. */
final class AdminModule implements FeatureModule {
    private final Configuration configuration;
    private final ProviderServices services;
    private final ApiKeysModule keys;
    private final UsersModule users;
    private final Optional<TermsReport> terms;
    private final PageConfig pages;
    private final List<DependencyProbe> probes;
    private final ClockAndRandom clockAndRandom;

    /**
     * @param terms absent where no terms are kept
     * @param probes what the health of the service tells of; all are there when the pages are served
     */
    AdminModule(
            Configuration configuration,
            ProviderServices services,
            ApiKeysModule keys,
            UsersModule users,
            Optional<TermsReport> terms,
            PageConfig pages,
            List<DependencyProbe> probes,
            ClockAndRandom clockAndRandom) {
        this.configuration = configuration;
        this.services = services;
        this.keys = keys;
        this.users = users;
        this.terms = terms;
        this.pages = pages;
        this.probes = probes;
        this.clockAndRandom = clockAndRandom;
    }

    @Override
    public List<Api> apis() {
        AccountServices accounts = services.accounts;
        AdminPorts ports = new AdminPorts(
                accounts.accounts,
                accounts.locks,
                accounts.secondFactors.administration,
                accounts.groups,
                accounts.permissions,
                accounts.tokens,
                accounts.tokenAudit,
                services.clients,
                services.rotation,
                keys.registered(accounts.recorder),
                users.administration(),
                terms,
                accounts.review,
                new DependencyHealth(probes));
        PublicAddress address =
                configuration.deployment().publicUrl().map(PublicAddress::of).orElse(PublicAddress.UNKNOWN);
        AdminPages site = new AdminPages(
                pages,
                address,
                HostCookie.of(address, "session"),
                configuration.deployment().version(),
                configuration.deployment().kind().isDevelopment(),
                clockAndRandom.clock(),
                clockAndRandom.random());
        return List.of(site.api(accounts.authentication, ports));
    }
}
