package io.github.auraauth.adapter.pages.start;

import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.session.AccountAuthentication;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The page at the root. */
public final class StartPages {
    private final PageConfig settings;
    private final PublicAddress address;
    private final HostCookie session;
    private final RandomGenerator random;

    /**
     * @param address below which links lie
     * @param session cookie of sessions, the same that the accounts' API has
     */
    public StartPages(PageConfig settings, PublicAddress address, HostCookie session, RandomGenerator random) {
        this.settings = settings;
        this.address = address;
        this.session = session;
        this.random = random;
    }

    /** Its definition. */
    public static ApiDefinition definition() {
        return ApiDefinition.load(StartPages.class, "openapi-start-page.yaml");
    }

    /**
     * The page, as an API at the root.
     *
     * @param authentication of those who have an account; absent where there are none
     * @param running what runs here; absent where only they who log in are to know
     */
    public Api api(Optional<AccountAuthentication> authentication, Optional<RunningServices> running) {
        Pages pages = new Pages(settings.locales(), random, Optional::empty, settings.zone());
        return new Api(
                definition(),
                Map.of(),
                new StartEndpoints(pages, address, session, authentication, running).byOperation());
    }
}
