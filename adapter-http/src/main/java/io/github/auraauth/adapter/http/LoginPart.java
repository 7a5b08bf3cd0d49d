package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.front.Presenter;
import io.github.auraauth.adapter.http.login.LoginEndpoints;
import io.github.auraauth.adapter.http.login.LoginRefusals;
import io.github.auraauth.adapter.http.login.LoginSite;
import io.github.auraauth.adapter.http.login.ResultEndpoints;
import io.github.auraauth.adapter.http.pages.Pages;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.port.in.login.Logins;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The part of the authentication API that people see in a browser. */
final class LoginPart {
    private final HttpConfig.PageSettings settings;
    private final Pages pages;
    private final LoginSite site;

    /**
     * @param registry gets the counters of refusals
     * @param random chooses among the texts of a success
     */
    LoginPart(HttpConfig.PageSettings settings, String basePath, MeterRegistry registry, RandomGenerator random) {
        Supplier<Optional<String>> image = () -> settings.image().get().map(given -> LoginSite.imagePath(basePath));
        this.settings = settings;
        this.pages = new Pages(settings.locales(), random, image, settings.zone());
        this.site = new LoginSite(pages, new LoginRefusals(registry), settings.https(), basePath);
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> endpoints(Logins logins) {
        Map<String, Endpoint> endpoints = new HashMap<>(new LoginEndpoints(logins, site).byOperation());
        endpoints.putAll(new ResultEndpoints(pages, settings.image()).byOperation());
        return endpoints;
    }

    /** Makes pages of refusals. */
    Presenter presenter() {
        return (refusal, browser) -> pages.refusal(refusal, pages.texts(Optional.empty(), browser.languages()));
    }
}
