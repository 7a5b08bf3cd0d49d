package io.github.auraauth.adapter.pages.admin;

import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.admin.account.AccountListEndpoints;
import io.github.auraauth.adapter.pages.admin.account.AccountPageEndpoints;
import io.github.auraauth.adapter.pages.admin.account.AccountRightsEndpoints;
import io.github.auraauth.adapter.pages.admin.account.InvitationLink;
import io.github.auraauth.adapter.pages.admin.account.NewAccountEndpoints;
import io.github.auraauth.adapter.pages.admin.account.SecondFactorResetEndpoints;
import io.github.auraauth.adapter.pages.admin.activity.ActivityPageEndpoints;
import io.github.auraauth.adapter.pages.admin.apikey.ApiKeyEndpoints;
import io.github.auraauth.adapter.pages.admin.apikey.ApiKeyListEndpoints;
import io.github.auraauth.adapter.pages.admin.apikey.ConsumerEndpoints;
import io.github.auraauth.adapter.pages.admin.authtoken.AuthTokenListEndpoints;
import io.github.auraauth.adapter.pages.admin.authtoken.NewAuthTokenEndpoints;
import io.github.auraauth.adapter.pages.admin.client.ClientEndpoints;
import io.github.auraauth.adapter.pages.admin.client.ClientListEndpoints;
import io.github.auraauth.adapter.pages.admin.client.NewClientEndpoints;
import io.github.auraauth.adapter.pages.admin.permission.GroupListEndpoints;
import io.github.auraauth.adapter.pages.admin.permission.GroupPageEndpoints;
import io.github.auraauth.adapter.pages.admin.permission.PermissionPageEndpoints;
import io.github.auraauth.adapter.pages.admin.signingkey.SigningKeyPageEndpoints;
import io.github.auraauth.adapter.pages.admin.terms.TermsReportEndpoints;
import io.github.auraauth.adapter.pages.admin.user.UserRemovalEndpoints;
import io.github.auraauth.adapter.pages.admin.user.UserSearchEndpoints;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.site.PageAuthenticator;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.session.AccountAuthentication;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The pages of administration, for staff. */
public final class AdminPages {
    private final PageConfig settings;
    private final PublicAddress address;
    private final HostCookie session;
    private final String version;
    private final boolean development;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * @param address below which links lie
     * @param session cookie of sessions, the same that the API has
     * @param version of this program
     * @param development whether clients may have addresses in clear text
     */
    public AdminPages(
            PageConfig settings,
            PublicAddress address,
            HostCookie session,
            String version,
            boolean development,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.address = address;
        this.session = session;
        this.version = version;
        this.development = development;
        this.clock = clock;
        this.random = random;
    }

    /** Their definition. */
    public static ApiDefinition definition() {
        return ApiDefinition.load(AdminPages.class, "openapi-admin-pages.yaml");
    }

    /** The pages, as an API at the root. */
    public Api api(AccountAuthentication authentication, AdminPorts ports) {
        Pages pages = new Pages(settings.locales(), random, Optional::empty, settings.zone());
        Site shared = new Site(pages, address, navigation(ports.terms().isPresent()));
        AdminSite site = new AdminSite(shared);
        Map<String, Endpoint> endpoints = new HashMap<>(accounts(ports, site));
        endpoints.putAll(new OverviewEndpoints(ports, version, site).byOperation());
        endpoints.putAll(new AuthTokenListEndpoints(ports.tokens(), site).byOperation());
        endpoints.putAll(
                new NewAuthTokenEndpoints(ports.tokens(), ports.permissions(), settings.zone(), site).byOperation());
        endpoints.putAll(new ClientListEndpoints(ports.clients(), site).byOperation());
        endpoints.putAll(new NewClientEndpoints(ports.clients(), development, site).byOperation());
        endpoints.putAll(new ClientEndpoints(ports.clients(), development, site).byOperation());
        endpoints.putAll(new SigningKeyPageEndpoints(ports.signingKeys(), clock, site).byOperation());
        endpoints.putAll(new ApiKeyListEndpoints(ports.apiKeys(), clock, site).byOperation());
        endpoints.putAll(new ApiKeyEndpoints(ports.apiKeys(), clock, site).byOperation());
        endpoints.putAll(new ConsumerEndpoints(ports.apiKeys(), site).byOperation());
        endpoints.putAll(new UserSearchEndpoints(ports.users(), site).byOperation());
        endpoints.putAll(new UserRemovalEndpoints(ports.users(), site).byOperation());
        endpoints.putAll(new TermsReportEndpoints(ports.terms(), site).byOperation());
        endpoints.putAll(new ActivityPageEndpoints(ports.activity(), site).byOperation());
        PageAuthenticator authenticator =
                new PageAuthenticator(authentication, session, address, OverviewEndpoints.PATH, true, clock);
        return new Api(definition(), Map.of("session", authenticator), endpoints).with(shared::refusal);
    }

    private Map<String, Endpoint> accounts(AdminPorts ports, AdminSite site) {
        InvitationLink invitations = new InvitationLink(address);
        Map<String, Endpoint> endpoints = new HashMap<>();
        endpoints.putAll(new AccountListEndpoints(ports.accounts(), site).byOperation());
        endpoints.putAll(new NewAccountEndpoints(ports.accounts(), invitations, site).byOperation());
        endpoints.putAll(new AccountPageEndpoints(ports.accounts(), ports.locks(), invitations, site).byOperation());
        endpoints.putAll(
                new AccountRightsEndpoints(ports.accounts(), ports.groups(), ports.permissions(), site).byOperation());
        endpoints.putAll(new SecondFactorResetEndpoints(ports.secondFactors(), site).byOperation());
        endpoints.putAll(new GroupListEndpoints(ports.groups(), site).byOperation());
        endpoints.putAll(new GroupPageEndpoints(ports.groups(), ports.permissions(), site).byOperation());
        endpoints.putAll(new PermissionPageEndpoints(ports.permissions(), site).byOperation());
        return endpoints;
    }

    /** Entries that need a permission are shown only to those who have it. */
    private static List<Site.Entry> navigation(boolean terms) {
        List<Site.Entry> entries = new ArrayList<>(List.of(
                Site.Entry.forAll(OverviewEndpoints.PATH, "admin:overview.title"),
                Site.Entry.with(OwnPermissions.LIST_ACCOUNT, AccountListEndpoints.PATH, "admin:accounts.title"),
                Site.Entry.with(OwnPermissions.LIST_GROUP, GroupListEndpoints.PATH, "admin:groups.title"),
                Site.Entry.forAll(PermissionPageEndpoints.PATH, "admin:permissions.title"),
                Site.Entry.with(OwnPermissions.LIST_TOKEN, AuthTokenListEndpoints.PATH, "admin:tokens.title"),
                new Site.Entry(ClientListEndpoints.PATH, "admin:clients.title", Rights::superuser),
                new Site.Entry(SigningKeyPageEndpoints.PATH, "admin:signing-keys.title", Rights::superuser),
                Site.Entry.with(OwnPermissions.LIST_APIKEY, ApiKeyListEndpoints.PATH, "admin:apikeys.title"),
                Site.Entry.with(OwnPermissions.VIEW_USER, UserSearchEndpoints.PATH, "admin:users.title")));
        if (terms) {
            entries.add(Site.Entry.with(OwnPermissions.LIST_TERMS, TermsReportEndpoints.PATH, "admin:terms.title"));
        }
        entries.add(Site.Entry.with(OwnPermissions.LIST_ACTIVITY, ActivityPageEndpoints.PATH, "admin:activity.title"));
        entries.add(Site.Entry.forAll("/account", "admin:own-account"));
        return entries;
    }
}
