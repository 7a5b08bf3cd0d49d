package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.Table;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.authtoken.AuthTokens;
import io.github.auraauth.port.in.provider.Consents.OwnConsent;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of what has access to one's account, and its end: sessions, tokens, and services that one has agreed to. */
final class AccessEndpoints {
    static final String PATH = "/account";
    private static final int MOST_TOKENS = 10;

    private final OwnAccountPorts ports;
    private final Site site;
    private final HostCookie cookie;
    private final TokenTable tokenTable;

    /** @param cookie of sessions */
    AccessEndpoints(OwnAccountPorts ports, Site site, HostCookie cookie, TokenTable tokenTable) {
        this.ports = ports;
        this.site = site;
        this.cookie = cookie;
        this.tokenTable = tokenTable;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of(
                "showAccess", site.show(this::show),
                "endSession", site.change(this::endSession),
                "withdrawConsent", site.change(this::withdrawConsent),
                "logOutEverywhere", site.change(this::logOutEverywhere));
    }

    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        return deadline -> site.page(
                inputs,
                View.of(
                        PATH,
                        texts.account("access.title"),
                        who(caller, texts),
                        new Heading(texts.account("access.sessions")),
                        sessions(caller, texts, deadline),
                        site.form(
                                caller,
                                "/account/sessions/end-all",
                                List.of(),
                                texts.account("access.everywhere"),
                                Form.Style.OTHER),
                        new Heading(texts.account("access.services")),
                        services(caller, texts, deadline),
                        new Heading(texts.account("access.tokens")),
                        tokens(caller, texts, deadline),
                        Links.of(new Links.Link(site.path("/account/tokens"), texts.account("access.all-tokens"))),
                        new Heading(texts.account("access.safety")),
                        safety(caller, texts, deadline)));
    }

    private Facts who(PageCaller caller, Texts texts) {
        return Facts.of(new Fact(
                texts.account("profile.username"),
                Cell.code(caller.caller().username().value())));
    }

    private Table sessions(PageCaller caller, Texts texts, Deadline deadline) {
        Optional<SessionId> own = caller.caller().sessionId();
        List<Session> all = ports.account().sessions(caller.caller(), deadline);
        List<List<Cell>> rows = all.stream()
                .sorted((a, b) -> Boolean.compare(isOwn(b, own), isOwn(a, own)))
                .limit(PageRequest.USUAL)
                .map(session -> List.of(
                        Cell.of(texts.account(isOwn(session, own) ? "access.this-browser" : "access.other-browser")),
                        site.moment(session.begunAt(), texts),
                        site.moment(session.usedAt(), texts),
                        isOwn(session, own) ? Cell.of("") : end(caller, session, texts)))
                .toList();
        return new Table(
                texts.account("access.sessions"),
                List.of(
                        texts.account("access.browser"),
                        texts.account("access.begun"),
                        texts.account("access.used"),
                        ""),
                rows,
                texts.account("access.no-sessions"));
    }

    private static boolean isOwn(Session session, Optional<SessionId> own) {
        return own.filter(session.id()::equals).isPresent();
    }

    private Cell end(PageCaller caller, Session session, Texts texts) {
        return Cell.of(
                site.form(caller, "/account/sessions/end", List.of(), texts.account("access.end"), Form.Style.OTHER)
                        .with("session", session.id().value()));
    }

    private Table services(PageCaller caller, Texts texts, Deadline deadline) {
        List<OwnConsent> all = ports.consents().ofAccount(caller.caller().account(), deadline);
        List<List<Cell>> rows = all.stream()
                .map(own -> List.of(
                        Cell.of(own.name()),
                        Cell.of(ConsentTexts.told(own.consent().scopes(), texts)),
                        site.moment(own.consent().givenAt(), texts),
                        Cell.of(site.form(
                                        caller,
                                        "/account/services/end",
                                        List.of(),
                                        texts.account("access.withdraw"),
                                        Form.Style.OTHER)
                                .with("client", own.consent().client().value()))))
                .toList();
        return new Table(
                texts.account("access.services"),
                List.of(
                        texts.account("access.service"),
                        texts.account("access.told"),
                        texts.account("access.given"),
                        ""),
                rows,
                texts.account("access.no-services"));
    }

    private Table tokens(PageCaller caller, Texts texts, Deadline deadline) {
        List<AuthTokens.OwnedToken> all = ports.tokens()
                .list(Optional.of(caller.caller().username()), PageRequest.first(MOST_TOKENS), caller.actor(), deadline)
                .fold(page -> page.results(), refusal -> List.of());
        return tokenTable.of(all, Optional.empty(), texts);
    }

    private Links safety(PageCaller caller, Texts texts, Deadline deadline) {
        boolean any =
                ports.factors().show(caller.caller(), deadline).fold(OwnSecondFactors.Overview::any, refusal -> false);
        return Links.of(
                new Links.Link(
                        site.path("/account/security"),
                        texts.account("security.title"),
                        texts.account(any ? "access.with-factor" : "access.without-factor")),
                new Links.Link(site.path("/account/password"), texts.account("password.title")));
    }

    private Endpoint.Action endSession(Inputs inputs, PageCaller caller) {
        Optional<SessionId> id = inputs.text(Input.body("session")).flatMap(SessionId::parse);
        return deadline -> {
            // one that has ended by itself is ended as it was wanted
            id.ifPresent(session -> ports.account().endSession(caller.caller(), session, deadline));
            return site.done(PATH, "session-ended");
        };
    }

    private Endpoint.Action withdrawConsent(Inputs inputs, PageCaller caller) {
        Optional<ClientId> client = inputs.text(Input.body("client")).flatMap(ClientId::parse);
        return deadline -> {
            client.ifPresent(id -> ports.consents().revoke(caller.caller().account(), id, deadline));
            return site.done(PATH, "consent-withdrawn");
        };
    }

    private Endpoint.Action logOutEverywhere(Inputs inputs, PageCaller caller) {
        return deadline -> {
            ports.account().signOutEverywhere(caller.caller(), deadline);
            return site.done("/login", "logged-out-everywhere").withCookie(cookie.unset());
        };
    }
}
