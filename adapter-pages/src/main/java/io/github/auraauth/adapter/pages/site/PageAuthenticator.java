package io.github.auraauth.adapter.pages.site;

import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.response.ApiError;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Authenticates by the session's cookie. Who has none is led to the login and comes back. Which permission an operation
 * needs, {@code x-aura-permission} says; what is for superusers alone, {@code x-aura-superuser}; what wants a login of the
 * last minutes, {@code x-aura-recent-login}, and whose last one is older is led to log in again and comes back. Of whom a
 * second factor is asked that they have not set up, only operations with {@code x-aura-factor-setup} are open; all else leads
 * to the set-up.
 */
public final class PageAuthenticator implements Authenticator {
    /** The member of a refusal that names the permission which is missing. */
    static final String PERMISSION = "permission";

    private static final String LOGIN = "/login";
    private static final String SETUP = "/account/security";

    private final AccountAuthentication accounts;
    private final HostCookie cookie;
    private final PublicAddress address;
    private final String home;
    private final boolean staffOnly;
    private final InstantSource clock;

    /**
     * @param cookie of sessions
     * @param home path that somebody comes back to who was about to change something
     * @param staffOnly whether the pages are for those alone to whom administration is open
     */
    public PageAuthenticator(
            AccountAuthentication accounts,
            HostCookie cookie,
            PublicAddress address,
            String home,
            boolean staffOnly,
            InstantSource clock) {
        this.accounts = accounts;
        this.cookie = cookie;
        this.address = address;
        this.home = home;
        this.staffOnly = staffOnly;
        this.clock = clock;
    }

    @Override
    public boolean isPresented(RequestHead head) {
        return cookie.read(head.browser()).isPresent();
    }

    @Override
    public Check check(Operation operation) {
        Optional<Permission> needed = operation
                .optionalExtension("x-aura-permission")
                .map(name -> Permission.parse(name)
                        .orElseThrow(
                                () -> new IllegalArgumentException(name + " is not the code name of a permission")));
        boolean superuser = operation.tree().path("x-aura-superuser").asBoolean(false);
        boolean setup = operation.tree().path("x-aura-factor-setup").asBoolean(false);
        boolean recent = operation.tree().path("x-aura-recent-login").asBoolean(false);
        return (head, deadline) -> {
            PageCaller found = find(head, deadline);
            Caller caller = found.caller();
            if (!setup && caller.access() == Access.SECOND_FACTOR_SETUP) {
                throw new ResponseException(Response.seeOther(address.path(SETUP)));
            }
            if (staffOnly && !caller.rights().staff()) {
                throw forbidden("is_staff");
            }
            if (superuser && !caller.rights().superuser()) {
                throw forbidden("is_superuser");
            }
            needed.filter(permission -> !caller.rights().has(permission)).ifPresent(missing -> {
                throw forbidden(missing.codeName());
            });
            if (recent && !found.actor().isAuthenticatedLately(clock.instant())) {
                // the form of such an operation is at its own path
                throw toLogin(head, head.target());
            }
            return found;
        };
    }

    private PageCaller find(RequestHead head, Deadline deadline) {
        Secret session = cookie.read(head.browser()).map(Secret::ofText).orElseThrow(() -> toLogin(head, home));
        return accounts.bySession(session, deadline)
                .fold(
                        caller -> new PageCaller(caller, session),
                        () -> {
                            throw toLogin(head, home);
                        },
                        pause -> {
                            throw new ResponseException(
                                    ErrorCode.TOO_MANY_REQUESTS.response().retryAfter(pause));
                        });
    }

    private static ResponseException forbidden(String missing) {
        return new ResponseException(Response.of(new ApiError(
                ErrorCode.FORBIDDEN, ErrorCode.FORBIDDEN.message(), Map.of(PERMISSION, List.of(missing)))));
    }

    /**
     * The same for all reasons why there is no good session.
     *
     * @param afterChange path that somebody comes back to who was about to change something
     */
    private ResponseException toLogin(RequestHead head, String afterChange) {
        String wanted = address.path(head.method().equals("POST") ? afterChange : head.target());
        String next = address.ownPath(wanted).orElseGet(() -> address.path(home));
        String path = address.path(LOGIN) + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return new ResponseException(Response.seeOther(path));
    }
}
