package io.github.auraauth.app.wiring.provider;

import io.github.auraauth.adapter.http.provider.ProviderApi;
import io.github.auraauth.adapter.http.provider.ProviderDescription;
import io.github.auraauth.adapter.http.provider.ProviderPorts;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.provider.ProviderPages;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.BoundedExecutor;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.backchannel.HttpBackChannel;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.BackChannel;
import io.github.auraauth.usecase.provider.LogoutDelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The OpenID provider with its APIs and pages. */
public final class ProviderModule implements FeatureModule, AutoCloseable {
    private final Configuration configuration;
    private final ProviderServices services;
    private final PageConfig pages;
    private final ClockAndRandom clockAndRandom;
    private final BoundedExecutor executor = new BoundedExecutor("logout-notices", 8, 100, Duration.ZERO);
    private final LogoutDelivery delivery;

    private ProviderModule(
            Configuration configuration,
            ProviderServices services,
            BackChannel backChannel,
            PageConfig pages,
            ClockAndRandom clockAndRandom) {
        this.configuration = configuration;
        this.services = services;
        this.pages = pages;
        this.clockAndRandom = clockAndRandom;
        this.delivery = services.delivery(backChannel, executor);
    }

    /** The provider, which tells clients of logouts by the one client for services of others. */
    public static ProviderModule of(
            Configuration configuration,
            ProviderServices services,
            OutgoingHttp outgoing,
            PageConfig pages,
            ClockAndRandom clockAndRandom) {
        boolean development = configuration.deployment().kind().isDevelopment();
        return new ProviderModule(
                configuration,
                services,
                new HttpBackChannel(outgoing, configuration.deployment().publicUrl(), development),
                pages,
                clockAndRandom);
    }

    @Override
    public List<Api> apis() {
        PublicAddress address =
                configuration.deployment().publicUrl().map(PublicAddress::of).orElse(PublicAddress.UNKNOWN);
        HostCookie session = HostCookie.of(address, "session");
        ProviderPorts ports =
                new ProviderPorts(services.tokens, services.userInfo, services.keys, services.clientReader);
        ProviderDescription description = new ProviderDescription(
                services.issuer,
                configuration.accounts().keySetAge(),
                pages.locales().get().languages());
        List<Api> apis = new ArrayList<>(ProviderApi.of(ports, description, address.prefix()));
        apis.add(new ProviderPages(pages, address, session, clockAndRandom.random())
                .api(services.authorizations, services.logouts));
        return apis;
    }

    @Override
    public List<ScheduledJob> jobs() {
        return List.of(
                ScheduledJob.every(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), "looking for signing keys", this::prepareKeys),
                ScheduledJob.fromNowEvery(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        "reading the origins of clients",
                        services.clientReader::readOrigins),
                ScheduledJob.every(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        "telling clients of logouts",
                        delivery::deliver));
    }

    /** Not before there is a client: to make keys takes seconds of a processor. */
    private void prepareKeys(Deadline deadline) {
        if (services.clientReader.hasAny()) {
            services.keys.prepare(deadline);
        }
    }

    @Override
    public void close() {
        executor.close();
    }
}
