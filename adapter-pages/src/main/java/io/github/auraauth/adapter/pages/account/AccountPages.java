package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.site.PublicPages;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pages at the root on which people log in and out and accept invitations. */
public final class AccountPages {
    private final PageConfig settings;
    private final PublicAddress address;
    private final HostCookie session;
    private final SecureRandom random;

    /**
     * @param address below which links lie
     * @param session cookie of sessions, the same that the API has
     */
    public AccountPages(PageConfig settings, PublicAddress address, HostCookie session, SecureRandom random) {
        this.settings = settings;
        this.address = address;
        this.session = session;
        this.random = random;
    }

    /** Their definition. */
    public static ApiDefinition definition() {
        return ApiDefinition.load(AccountPages.class, "openapi-account-pages.yaml");
    }

    /** The pages, as an API at the root. */
    public Api api(LoginPorts ports) {
        Pages pages = new Pages(settings.locales(), random, Optional::empty, settings.zone());
        AccountSite site = new AccountSite(pages, address, session);
        HostCookie pending = HostCookie.of(address, "pending-login");
        LoginSteps login =
                new LoginSteps(site, new PublicPages(pages), new LoginCsrf(address, random), pending, ports.factors());
        Map<String, Endpoint> endpoints =
                new HashMap<>(new InvitationEndpoints(ports.invitations(), site).byOperation());
        endpoints.putAll(new SessionEndpoints(ports, site, login, pending).byOperation());
        endpoints.putAll(new SecondFactorLoginEndpoints(ports, site, login, pending).byOperation());
        endpoints.putAll(new PasskeyLoginEndpoints(ports, site, login).byOperation());
        return new Api(definition(), Map.of(), endpoints).with(site::refusal);
    }
}
