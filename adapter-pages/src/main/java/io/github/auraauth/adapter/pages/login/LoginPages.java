package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.ErrorPages;
import io.github.auraauth.port.in.login.Logins;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The pages of the authentication API in a browser. */
public final class LoginPages {
    private final PageConfig settings;
    private final Pages pages;
    private final LoginSite site;

    /**
     * @param basePath of the API
     * @param registry gets the counters of refusals
     * @param random chooses among the texts of a success
     */
    public LoginPages(PageConfig settings, String basePath, MeterRegistry registry, RandomGenerator random) {
        PublicAddress address = settings.address();
        Supplier<Optional<String>> image =
                () -> settings.image().get().map(given -> LoginSite.imagePath(address, basePath));
        this.settings = settings;
        this.pages = new Pages(settings.locales(), random, image, settings.zone());
        this.site = new LoginSite(pages, new LoginRefusals(registry), address, basePath);
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> endpoints(Logins logins) {
        Map<String, Endpoint> endpoints = new HashMap<>(new LoginPageEndpoints(logins, site).byOperation());
        endpoints.putAll(new ResultEndpoints(pages, settings.image()).byOperation());
        return endpoints;
    }

    /** Makes pages of errors. */
    public ErrorPages errors() {
        return (error, browser) -> pages.refusal(error, pages.texts(Optional.empty(), browser.languages()));
    }
}
