package io.github.auraauth.adapter.http.account;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.CsrfTokens;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.OwnAccount;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.port.in.session.Caller;
import java.util.Map;
import java.util.Optional;

/** Beginning and ending a session, as programs in browsers ask for it. */
public final class LoginEndpoints {
    private final AccountSessions sessions;
    private final OwnAccount own;
    private final HostCookie cookie;

    /**
     * @param own shows whoever has logged in
     * @param cookie of sessions
     */
    public LoginEndpoints(AccountSessions sessions, OwnAccount own, HostCookie cookie) {
        this.sessions = sessions;
        this.own = own;
        this.cookie = cookie;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("logIn", this::logIn, "logOut", this::logOut);
    }

    private Endpoint.Action logIn(Inputs inputs) {
        AccountSessions.Login login = new AccountSessions.Login(
                inputs.required(Input.body("username"), Optional::of),
                Secret.ofText(inputs.required(Input.body("password"), Optional::of)),
                inputs.optional(Input.body("code"), Optional::of).map(Secret::ofText),
                inputs.context().source().network(),
                cookie.read(inputs.context().browser()).map(Secret::ofText));
        return deadline -> sessions.logIn(login, deadline)
                .fold(
                        begun -> begun(begun.secret(), begun.caller(), deadline),
                        pending -> AccountErrors.SECOND_FACTOR_REQUIRED
                                .response()
                                .with("WWW-Authenticate", AccountErrors.challenge(false)),
                        () -> AccountErrors.INVALID_PASSWORD
                                .response()
                                .with("WWW-Authenticate", AccountErrors.challenge(false)),
                        pause -> ErrorCode.TOO_MANY_REQUESTS.response().retryAfter(pause));
    }

    private Endpoint.Action logOut(Inputs inputs) {
        Optional<Secret> session = AccountHolder.of(inputs).session();
        return deadline -> {
            session.ifPresent(secret -> sessions.logOut(secret, deadline));
            return session.isPresent() ? Response.nothing().withCookie(cookie.unset()) : Response.nothing();
        };
    }

    private Response begun(Secret session, Caller caller, Deadline deadline) {
        return own.show(caller, deadline)
                .fold(
                        found -> Response.json(
                                        200,
                                        AccountJson.of(
                                                found,
                                                "csrf_token",
                                                CsrfTokens.of(session).revealText()))
                                .withCookie(cookie.set(session.revealText())),
                        AccountErrors::of);
    }
}
