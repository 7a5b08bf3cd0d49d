package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.secondfactor.SecurityEndpoints;
import io.github.auraauth.adapter.pages.site.PageAuthenticator;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.Site.Entry;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup;
import io.github.auraauth.port.in.session.AccountAuthentication;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of one's own account: what has access to it, and its security. */
public final class OwnAccountPages {
    private static final List<Entry> NAVIGATION = List.of(
            Entry.forAll(AccessEndpoints.PATH, "account:access.entry"),
            Entry.forAll(SecurityEndpoints.PATH, "account:security.title"),
            Entry.forAll(TokenPageEndpoints.PATH, "account:tokens.title"),
            Entry.forAll("/account/profile", "account:profile.title"),
            Entry.forAll(OwnActivityEndpoints.PATH, "account:activity.title"),
            new Entry("/admin", "account:administration.entry", Rights::staff));

    private final PageConfig settings;
    private final PublicAddress address;
    private final HostCookie session;
    private final InstantSource clock;
    private final SecureRandom random;

    /**
     * @param address below which links lie
     * @param session cookie of sessions, the same that the API has
     */
    public OwnAccountPages(
            PageConfig settings, PublicAddress address, HostCookie session, InstantSource clock, SecureRandom random) {
        this.settings = settings;
        this.address = address;
        this.session = session;
        this.clock = clock;
        this.random = random;
    }

    /** Their definition. */
    public static ApiDefinition definition() {
        return ApiDefinition.load(OwnAccountPages.class, "openapi-own-account-pages.yaml");
    }

    /** The pages, as an API at the root. */
    public Api api(AccountAuthentication authentication, OwnAccountPorts ports, SecondFactorSetup setup) {
        Pages pages = new Pages(settings.locales(), random, Optional::empty, settings.zone());
        Site site = new Site(pages, address, NAVIGATION);
        TokenTable table = new TokenTable(site, clock);
        Map<String, Endpoint> endpoints = new HashMap<>(new AccessEndpoints(ports, site, session, table).byOperation());
        endpoints.putAll(new ProfileEndpoints(ports, site).byOperation());
        endpoints.putAll(new PasswordEndpoints(ports, site, session).byOperation());
        endpoints.putAll(new TokenPageEndpoints(ports, site, table).byOperation());
        endpoints.putAll(new NewTokenEndpoints(ports, site, table, clock, random).byOperation());
        endpoints.putAll(new OwnActivityEndpoints(ports, site).byOperation());
        endpoints.putAll(new SecurityEndpoints(ports.factors(), setup, site, address, session).byOperation());
        PageAuthenticator authenticator =
                new PageAuthenticator(authentication, session, address, AccessEndpoints.PATH, false, clock);
        return new Api(definition(), Map.of("session", authenticator), endpoints).with(site::refusal);
    }
}
