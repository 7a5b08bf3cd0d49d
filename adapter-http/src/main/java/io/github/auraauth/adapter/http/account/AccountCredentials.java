package io.github.auraauth.adapter.http.account;

import io.github.auraauth.domain.authtoken.AuthTokenSecret;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.request.AuthorizationHeader;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.CredentialResult;
import java.util.Optional;

/**
 * The kinds of credentials that requests carry. A present {@code Authorization} is the only one looked at: what is not
 * {@code Basic} there counts as a token, good or bad.
 */
final class AccountCredentials {
    private static final String BASIC = "basic";

    private final AccountAuthentication accounts;
    private final HostCookie cookie;
    private final boolean basicOverHttp;

    /** @param basicOverHttp whether passwords are taken over http too, as in development */
    AccountCredentials(AccountAuthentication accounts, HostCookie cookie, boolean basicOverHttp) {
        this.accounts = accounts;
        this.cookie = cookie;
        this.basicOverHttp = basicOverHttp;
    }

    /** Whether a request carries something of a kind. */
    boolean isPresented(Scheme scheme, RequestHead head) {
        boolean header = head.has(AuthorizationHeader.NAME);
        boolean basic = AuthorizationHeader.credential(head, BASIC).isPresent();
        return switch (scheme) {
            case TOKEN -> header && !basic;
            case BASIC -> basic;
            case SESSION -> !header && session(head).isPresent();
        };
    }

    /** Whose it is. */
    CredentialResult<Caller> authenticate(Scheme scheme, RequestHead head, Deadline deadline) {
        return switch (scheme) {
            case TOKEN -> byToken(head, deadline);
            case BASIC -> byPassword(head, deadline);
            case SESSION ->
                head.has(AuthorizationHeader.NAME)
                        ? new CredentialResult.Refused<>()
                        : session(head)
                                .map(secret -> accounts.bySession(secret, deadline))
                                .orElseGet(CredentialResult.Refused::new);
        };
    }

    /** The secret of the session that the browser carries. */
    Optional<Secret> session(RequestHead head) {
        return cookie.read(head.browser()).map(Secret::ofText);
    }

    /** Whether a password would be looked at. */
    boolean takesBasic(RequestHead head) {
        return basicOverHttp || head.source().https();
    }

    private CredentialResult<Caller> byToken(RequestHead head, Deadline deadline) {
        return AuthorizationHeader.credential(head, "token")
                .map(Secret::ofText)
                .filter(AuthTokenSecret::isPossible)
                .map(secret -> accounts.byToken(secret, head.source().network(), deadline))
                .orElseGet(CredentialResult.Refused::new);
    }

    private CredentialResult<Caller> byPassword(RequestHead head, Deadline deadline) {
        return AuthorizationHeader.credential(head, BASIC)
                .filter(credential -> takesBasic(head))
                .flatMap(BasicCredential::parse)
                .map(pair -> accounts.byPassword(
                        pair.username(), pair.password(), head.source().network(), deadline))
                .orElseGet(CredentialResult.Refused::new);
    }

    /** The kinds, as security schemes of the definition are called. */
    enum Scheme {
        TOKEN,
        BASIC,
        SESSION
    }
}
