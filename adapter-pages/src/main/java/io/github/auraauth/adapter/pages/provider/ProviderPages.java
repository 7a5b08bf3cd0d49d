package io.github.auraauth.adapter.pages.provider;

import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.OAuthErrorFormat;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.provider.Authorizations;
import io.github.auraauth.port.in.provider.ProviderLogouts;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pages of the OpenID provider, {@code /oidc}. */
public final class ProviderPages {
    private final PageConfig settings;
    private final PublicAddress address;
    private final HostCookie session;
    private final SecureRandom random;

    /**
     * @param address below which links lie
     * @param session cookie of sessions, the same that the page of the login has
     */
    public ProviderPages(PageConfig settings, PublicAddress address, HostCookie session, SecureRandom random) {
        this.settings = settings;
        this.address = address;
        this.session = session;
        this.random = random;
    }

    /** Their definition. */
    public static ApiDefinition definition() {
        return ApiDefinition.load(ProviderPages.class, "openapi-oidc-pages.yaml");
    }

    /** The pages, as an API beside the one that programs call. */
    public Api api(Authorizations authorizations, ProviderLogouts logouts) {
        Pages pages = new Pages(settings.locales(), random, Optional::empty, settings.zone());
        ProviderSite site = new ProviderSite(pages, address, session);
        Map<String, Endpoint> endpoints = new HashMap<>(new AuthorizationEndpoints(authorizations, site).byOperation());
        endpoints.putAll(new LogoutEndpoints(logouts, site).byOperation());
        return new Api(definition(), Map.of(), endpoints)
                .with(new OAuthErrorFormat())
                .with(site::refusal);
    }
}
