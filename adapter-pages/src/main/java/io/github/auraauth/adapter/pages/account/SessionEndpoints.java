package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.CsrfTokens;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.port.in.session.LoginResult.PendingSecondFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logging in with a password, and out, on a page. */
final class SessionEndpoints {
    private final AccountSessions sessions;
    private final AccountAuthentication authentication;
    private final AccountSite site;
    private final LoginSteps steps;
    private final HostCookie pending;

    /** @param pending cookie of a login that waits for a second factor */
    SessionEndpoints(LoginPorts ports, AccountSite site, LoginSteps steps, HostCookie pending) {
        this.sessions = ports.sessions();
        this.authentication = ports.authentication();
        this.site = site;
        this.steps = steps;
        this.pending = pending;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showLogin", this::show, "logIn", this::logIn, "logOut", this::logOut);
    }

    /** The form; whoever is logged in and wants to go nowhere else is led to their account. */
    private Endpoint.Action show(Inputs inputs) {
        LoginVisit visit = new LoginVisit(inputs, site, Input::query);
        Optional<String> done =
                inputs.text(Input.query("done")).flatMap(key -> visit.texts().ifAny("account:done." + key));
        return deadline -> {
            Optional<Username> present = present(visit.browser(), deadline);
            if (present.isPresent() && visit.next().isEmpty()) {
                return Response.seeOther(site.address().path("/account"));
            }
            Optional<Element> words = present.map(name -> visit.texts().account("login.again"))
                    .or(() -> done)
                    .map(Paragraph::new);
            String title = present.isPresent() ? "login.again-title" : "login.title";
            return form(FormPageKind.DONE, title, Optional.empty(), words, present, visit);
        };
    }

    private Optional<Username> present(BrowserHeaders browser, Deadline deadline) {
        return session(browser)
                .flatMap(secret -> authentication
                        .bySession(secret, deadline)
                        .<Optional<Username>>fold(
                                caller -> Optional.of(caller.username()), Optional::empty, pause -> Optional.empty()));
    }

    private Endpoint.Action logIn(Inputs inputs) {
        LoginVisit visit = new LoginVisit(inputs, site, Input::body);
        if (steps.isForeign(visit, AccountSite.isForeign(inputs), AccountSite.field(inputs, "csrf"))) {
            return deadline -> form(FormPageKind.FORBIDDEN, "login.expired", visit);
        }
        AccountSessions.Login login = new AccountSessions.Login(
                AccountSite.field(inputs, "username"),
                Secret.ofText(AccountSite.field(inputs, "password")),
                visit.source(),
                session(visit.browser()));
        return deadline -> sessions.logIn(login, deadline)
                .fold(
                        begun -> steps.in(begun, visit, deadline),
                        needed -> toSecondFactor(needed, visit),
                        () -> form(FormPageKind.UNAUTHENTICATED, "login.refused", visit)
                                .with("WWW-Authenticate", "Token realm=\"aura\""),
                        pause -> form(FormPageKind.THROTTLED, "login.throttled", visit)
                                .retryAfter(pause));
    }

    private Response toSecondFactor(PendingSecondFactor needed, LoginVisit visit) {
        return Response.seeOther(visit.query(site.address().path(SecondFactorLoginEndpoints.PATH)))
                .withCookie(pending.set(needed.secret().revealText()));
    }

    private Endpoint.Action logOut(Inputs inputs) {
        Optional<Secret> session = session(inputs.context().browser());
        Optional<Secret> shown = inputs.text(Input.body("csrf")).map(Secret::ofText);
        boolean kept =
                !AccountSite.isForeign(inputs) && session.map(CsrfTokens::of).equals(shown);
        Texts texts = site.texts(inputs);
        return deadline -> {
            if (session.isPresent() && !kept) {
                return site.forbidden(texts);
            }
            session.ifPresent(secret -> sessions.logOut(secret, deadline));
            return Response.seeOther(site.address().path(LoginSteps.LOGIN))
                    .withCookie(site.session().unset());
        };
    }

    private Response form(FormPageKind kind, String fault, LoginVisit visit) {
        Optional<String> words = Optional.of(visit.texts().account(fault));
        return form(kind, "login.title", words, Optional.empty(), Optional.empty(), visit);
    }

    private Response form(
            FormPageKind kind,
            String title,
            Optional<String> fault,
            Optional<Element> description,
            Optional<Username> present,
            LoginVisit visit) {
        Texts texts = visit.texts();
        String proof = steps.proof(visit);
        String name = present.map(Username::value).or(visit::hint).orElse("");
        Form form = steps.form(
                LoginSteps.LOGIN,
                visit,
                proof,
                List.of(
                        FormField.of("username", texts.account("login.username"), InputType.TEXT)
                                .completedWith("username")
                                .holding(name),
                        FormField.of("password", texts.account("login.password"), InputType.PASSWORD)
                                .completedWith("current-password")),
                texts.account("login.action"));
        List<Element> elements = new ArrayList<>();
        description.ifPresent(elements::add);
        elements.add(form);
        elements.add(Links.of(new Links.Link(
                visit.query(site.address().path(PasskeyLoginEndpoints.PATH)), texts.account("login.with-passkey"))));
        return steps.page(kind, texts.account(title), fault, visit, proof, elements.toArray(Element[]::new));
    }

    private Optional<Secret> session(BrowserHeaders browser) {
        return site.session().read(browser).map(Secret::ofText);
    }
}
