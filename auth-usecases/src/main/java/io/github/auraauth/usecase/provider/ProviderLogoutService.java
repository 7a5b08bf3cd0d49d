package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.provider.PersonClaims;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.ProviderLogouts;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.usecase.client.ClientReader;
import io.github.auraauth.usecase.session.SessionAuthenticator;
import io.github.auraauth.usecase.session.SignedIn;
import io.github.auraauth.usecase.signingkey.OwnTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Logouts that clients ask for. */
public final class ProviderLogoutService implements ProviderLogouts {
    private final ClientReader clients;
    private final SessionAuthenticator authenticator;
    private final AccountSessions sessions;
    private final OwnTokens tokens;

    public ProviderLogoutService(
            ClientReader clients, SessionAuthenticator authenticator, AccountSessions sessions, OwnTokens tokens) {
        this.clients = clients;
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public LogoutStep begin(LogoutRequest request, Optional<Secret> session, Deadline deadline) {
        Judged judged = judge(request, deadline);
        if (!judged.good) {
            return new LogoutStep.Refuse();
        }
        Optional<SignedIn> person = session.flatMap(secret -> authenticator.find(secret, deadline));
        if (person.isEmpty()) {
            // nobody can be harmed by ending nothing, but by being sent on by a link that proves nothing
            return new LogoutStep.Done(judged.onward.filter(address -> judged.hint.isPresent()));
        }
        if (judged.hint.filter(hint -> isOf(hint, person.get())).isEmpty()) {
            return new LogoutStep.Ask();
        }
        return end(judged, session, deadline);
    }

    @Override
    public LogoutStep confirm(LogoutRequest request, Optional<Secret> session, Deadline deadline) {
        Judged judged = judge(request, deadline);
        return judged.good ? end(judged, session, deadline) : new LogoutStep.Refuse();
    }

    private LogoutStep end(Judged judged, Optional<Secret> session, Deadline deadline) {
        session.ifPresent(secret -> sessions.logOut(secret, deadline));
        return new LogoutStep.Done(judged.onward);
    }

    private Judged judge(LogoutRequest request, Deadline deadline) {
        Optional<TokenClaims> hint = request.idToken().flatMap(token -> tokens.read(token, deadline));
        List<String> audience = hint.map(claims -> claims.texts("aud")).orElse(List.of());
        boolean agree = hint.isEmpty()
                || request.clientId().filter(id -> !audience.contains(id)).isEmpty();
        Optional<Client> client =
                request.clientId().or(() -> audience.stream().findFirst()).flatMap(id -> clients.find(id, deadline));
        Optional<String> address = request.redirectUri();
        boolean registered = address.isEmpty()
                || client.filter(found -> found.addresses().isPostLogoutRedirect(address.get()))
                        .isPresent();
        return new Judged(agree && registered, hint, address.map(uri -> with(uri, request.state())));
    }

    /** Whether a token is of the person who is logged in. */
    private static boolean isOf(TokenClaims hint, SignedIn person) {
        return hint.text("sub").equals(Optional.of(PersonClaims.subject(person.account())));
    }

    private static String with(String address, Optional<String> state) {
        return state.map(value -> address
                        + (address.indexOf('?') < 0 ? "?state=" : "&state=")
                        + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElse(address);
    }

    /**
     * What a request is worth.
     *
     * @param good whether its parts fit together, and lead where the client has its pages
     * @param hint that came from us
     * @param onward where the browser goes on to
     */
    private record Judged(boolean good, Optional<TokenClaims> hint, Optional<String> onward) {}
}
