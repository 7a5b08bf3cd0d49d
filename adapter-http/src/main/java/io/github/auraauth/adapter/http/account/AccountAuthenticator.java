package io.github.auraauth.adapter.http.account;

import io.github.auraauth.adapter.http.account.AccountCredentials.Scheme;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.front.browser.FetchMetadata;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.AuthorizationHeader;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.Caller;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Authenticates by token, by user name and password, or by session. Which permission an operation needs,
 * {@code x-aura-permission} says; with {@code x-aura-own} it is called without it too, and finds what is one's own. With
 * {@code x-aura-before-setup} it is called also by those who must set a second factor up first.
 */
public final class AccountAuthenticator implements Authenticator {
    private final Scheme scheme;
    private final AccountCredentials credentials;

    private AccountAuthenticator(Scheme scheme, AccountCredentials credentials) {
        this.scheme = scheme;
        this.credentials = credentials;
    }

    /**
     * One for each scheme of credential, by the names that security schemes have in the definition.
     *
     * @param cookie of sessions
     * @param basicOverHttp whether passwords are taken over http too, as in development
     */
    public static Map<String, Authenticator> byScheme(
            AccountAuthentication accounts, HostCookie cookie, boolean basicOverHttp) {
        AccountCredentials credentials = new AccountCredentials(accounts, cookie, basicOverHttp);
        Map<String, Authenticator> all = new HashMap<>();
        for (Scheme scheme : Scheme.values()) {
            all.put(scheme.name().toLowerCase(Locale.ROOT), new AccountAuthenticator(scheme, credentials));
        }
        return all;
    }

    @Override
    public boolean isPresented(RequestHead head) {
        return credentials.isPresented(scheme, head);
    }

    @Override
    public Check check(Operation operation) {
        Optional<Permission> needed = needed(operation);
        boolean beforeSetup = operation.tree().path("x-aura-before-setup").asBoolean(false);
        return (head, deadline) -> {
            Caller caller = credentials
                    .authenticate(scheme, head, deadline)
                    .fold(
                            found -> found,
                            () -> {
                                throw refused(head);
                            },
                            pause -> {
                                throw new ResponseException(
                                        ErrorCode.TOO_MANY_REQUESTS.response().retryAfter(pause));
                            });
            if (caller.access() == Access.SECOND_FACTOR_SETUP && !beforeSetup) {
                throw new ResponseException(AccountErrors.SECOND_FACTOR_MISSING
                        .response()
                        .with("WWW-Authenticate", AccountErrors.challenge(false)));
            }
            if (needed.filter(permission -> !caller.rights().has(permission)).isPresent()) {
                throw ResponseException.of(ErrorCode.FORBIDDEN);
            }
            return new AccountHolder(caller, scheme == Scheme.SESSION ? credentials.session(head) : Optional.empty());
        };
    }

    /** Without which the operation is refused at once. */
    private static Optional<Permission> needed(Operation operation) {
        Optional<Permission> named = operation
                .optionalExtension("x-aura-permission")
                .map(name -> Permission.parse(name)
                        .orElseThrow(
                                () -> new IllegalArgumentException(name + " is not the code name of a permission")));
        boolean own = operation.tree().path("x-aura-own").asBoolean(false);
        if (own && named.isEmpty()) {
            throw new IllegalArgumentException("x-aura-own says what is done without a permission, and none is named");
        }
        return own ? Optional.empty() : named;
    }

    /** The same for all reasons; a browser's own question for a password would stand in the way of a page's script. */
    private ResponseException refused(RequestHead head) {
        boolean asks = credentials.takesBasic(head) && !FetchMetadata.isOfScript(head);
        ErrorCode code = AccountErrors.unauthenticated(head.has(AuthorizationHeader.NAME), scheme == Scheme.BASIC);
        return new ResponseException(code.response().with("WWW-Authenticate", AccountErrors.challenge(asks)));
    }
}
