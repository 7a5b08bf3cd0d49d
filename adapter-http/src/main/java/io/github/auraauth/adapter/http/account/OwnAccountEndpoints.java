package io.github.auraauth.adapter.http.account;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.account.OwnAccount;
import io.github.auraauth.port.in.session.Caller;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The operations on one's own account. */
public final class OwnAccountEndpoints {
    private final OwnAccount own;
    private final HostCookie cookie;

    /** @param cookie of sessions */
    public OwnAccountEndpoints(OwnAccount own, HostCookie cookie) {
        this.own = own;
        this.cookie = cookie;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "readOwnAccount", this::show,
                "changeOwnPassword", this::changePassword,
                "listOwnSessions", this::sessions,
                "endOwnSession", this::endSession,
                "endOwnSessions", this::endSessions);
    }

    private Endpoint.Action show(Inputs inputs) {
        AccountHolder holder = AccountHolder.of(inputs);
        return deadline -> own.show(holder.caller(), deadline)
                .fold(found -> withToken(Response.json(200, AccountJson.of(found)), holder), AccountErrors::of);
    }

    private Endpoint.Action changePassword(Inputs inputs) {
        Caller caller = AccountHolder.of(inputs).caller();
        Secret current = inputs.required(Input.body("current_password"), OwnAccountEndpoints::secret);
        Secret wanted = inputs.required(Input.body("new_password"), OwnAccountEndpoints::secret);
        String source = inputs.context().source().network();
        return deadline -> own.changePassword(caller, current, wanted, source, deadline)
                .fold(changed -> Response.nothing(), AccountErrors::of);
    }

    private Endpoint.Action sessions(Inputs inputs) {
        Caller caller = AccountHolder.of(inputs).caller();
        return deadline -> AccountLists.whole(
                own.sessions(caller, deadline), (json, session) -> write(json, session, caller.sessionId()));
    }

    private Endpoint.Action endSession(Inputs inputs) {
        Caller caller = AccountHolder.of(inputs).caller();
        SessionId id = inputs.required(Input.path("id"), text -> SessionId.parse(text.toLowerCase(Locale.ROOT)));
        boolean ownOne = caller.sessionId().equals(Optional.of(id));
        return deadline -> own.endSession(caller, id, deadline)
                .fold(ended -> ownOne ? withoutCookie() : Response.nothing(), AccountErrors::of);
    }

    private Endpoint.Action endSessions(Inputs inputs) {
        Caller caller = AccountHolder.of(inputs).caller();
        return deadline -> {
            own.signOutEverywhere(caller, deadline);
            return caller.session().isPresent() ? withoutCookie() : Response.nothing();
        };
    }

    private Response withoutCookie() {
        return Response.nothing().withCookie(cookie.unset());
    }

    private static Response withToken(Response response, AccountHolder holder) {
        return holder.csrfToken()
                .map(token -> response.with(CsrfHook.HEADER, token.revealText()))
                .orElse(response);
    }

    private static Optional<Secret> secret(String text) {
        return Optional.of(Secret.ofText(text));
    }

    private static void write(JsonGenerator json, Session session, Optional<SessionId> current) throws IOException {
        json.writeStringField("id", session.id().value());
        json.writeBooleanField("current", current.equals(Optional.of(session.id())));
        json.writeStringField("begun_at", Json.time(session.begunAt()));
        json.writeStringField("used_at", Json.time(session.usedAt()));
        json.writeStringField("ends_at", Json.time(session.end()));
    }
}
