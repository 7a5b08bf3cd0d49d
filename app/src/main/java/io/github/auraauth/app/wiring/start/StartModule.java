package io.github.auraauth.app.wiring.start;

import io.github.auraauth.adapter.http.Definitions;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.start.RunningServices;
import io.github.auraauth.adapter.pages.start.RunningServices.RunningApi;
import io.github.auraauth.adapter.pages.start.StartPages;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.session.AccountAuthentication;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The page at the root. Where there are neither accounts nor development, there is nothing, as for programs.
 *
 * @param accounts authenticates those who have one; absent where there are none
 * @param kernel whether the API published in Kernel is on
 */
public record StartModule(
        Configuration configuration,
        Optional<AccountAuthentication> accounts,
        boolean kernel,
        PlayedServices played,
        PageConfig pages,
        ClockAndRandom clockAndRandom)
        implements FeatureModule {
    private static final String SAMPLE = """
            KEY=$(./aura apikey generate -v 1.0 -s aura-services -a aura-bot -m rw --expires 1d)
            curl -s %s \\
              -H "Authorization: APIKEY $KEY" \\
              -H 'x-4p-channel-id: 8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44' \\
              -H 'x-4p-user-id: user-1' \\
              -H 'x-4p-authorization-id: session-1' \\
              -H 'x-4p-authentication-type: email' \\
              -H 'x-4p-authentication-identifier: somebody@example.org'""";

    @Override
    public List<Api> apis() {
        boolean development = configuration.deployment().kind().isDevelopment();
        if (accounts.isEmpty() && !development) {
            return List.of();
        }
        PublicAddress address =
                configuration.deployment().publicUrl().map(PublicAddress::of).orElse(PublicAddress.UNKNOWN);
        StartPages start = new StartPages(pages, address, HostCookie.of(address, "session"), clockAndRandom.random());
        return List.of(start.api(accounts, development ? Optional.of(running(address)) : Optional.empty()));
    }

    private RunningServices running(PublicAddress address) {
        List<ApiDefinition> definitions = new ArrayList<>(List.of(Definitions.authentication()));
        if (accounts.isPresent()) {
            definitions.addAll(List.of(Definitions.accounts(), Definitions.provider()));
        }
        if (kernel) {
            definitions.add(Definitions.kernel());
        }
        Optional<Supplier<String>> login =
                played.login().map(link -> () -> link.get().toString());
        return new RunningServices(
                configuration.deployment().version(),
                definitions.stream().map(each -> RunningApi.of(each, address)).toList(),
                SAMPLE.formatted(ServiceAddress.of(configuration).at("/users/aura-id/my-first-user")),
                login,
                played.chat().map(URI::toString),
                accounts.isPresent());
    }
}
