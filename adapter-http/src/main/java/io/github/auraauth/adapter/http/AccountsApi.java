package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.account.AccountAuthenticator;
import io.github.auraauth.adapter.http.account.AccountEndpoints;
import io.github.auraauth.adapter.http.account.AccountErrorFormat;
import io.github.auraauth.adapter.http.account.CsrfHook;
import io.github.auraauth.adapter.http.account.LoginEndpoints;
import io.github.auraauth.adapter.http.account.OwnAccountEndpoints;
import io.github.auraauth.adapter.http.activity.ActivityEndpoints;
import io.github.auraauth.adapter.http.authtoken.AuthTokenEndpoints;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.adapter.http.permission.GroupEndpoints;
import io.github.auraauth.adapter.http.permission.PermissionEndpoints;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accounts API, {@code /api/v1}. */
public final class AccountsApi {
    private AccountsApi() {}

    /**
     * The API, which serves its own definition too.
     *
     * @param address below which links lie
     * @param session cookie of sessions, the same that pages have
     * @param basicOverHttp whether passwords are taken with each call over http too, as in development
     */
    public static Api of(AccountPorts ports, PublicAddress address, HostCookie session, boolean basicOverHttp) {
        ApiDefinition definition = Definitions.accounts();
        Map<String, Endpoint> endpoints =
                new HashMap<>(new DefinitionEndpoints(definition, address.prefix()).byOperation());
        endpoints.putAll(new LoginEndpoints(ports.sessions(), ports.own(), session).byOperation());
        endpoints.putAll(new OwnAccountEndpoints(ports.own(), session).byOperation());
        endpoints.putAll(new AccountEndpoints(ports.accounts(), address).byOperation());
        endpoints.putAll(new GroupEndpoints(ports.groups(), address).byOperation());
        endpoints.putAll(new PermissionEndpoints(ports.permissions()).byOperation());
        endpoints.putAll(new AuthTokenEndpoints(ports.tokens(), address).byOperation());
        endpoints.putAll(new ActivityEndpoints(ports.activity(), address).byOperation());
        var authenticators = AccountAuthenticator.byScheme(ports.authentication(), session, basicOverHttp);
        return new Api(definition, authenticators, endpoints)
                .and(List.of(new CsrfHook()))
                .with(new AccountErrorFormat());
    }
}
