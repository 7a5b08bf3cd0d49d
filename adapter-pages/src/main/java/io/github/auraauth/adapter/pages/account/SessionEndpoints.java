package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.CsrfToken;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.session.AccountAuthentication;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.port.in.session.Caller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Logging in and out on a page. */
final class SessionEndpoints {
    private static final String PATH = "/login";

    private final AccountSessions sessions;
    private final AccountAuthentication authentication;
    private final AccountSite site;
    private final LoginCsrf csrf;

    SessionEndpoints(AccountSessions sessions, AccountAuthentication authentication, AccountSite site, LoginCsrf csrf) {
        this.sessions = sessions;
        this.authentication = authentication;
        this.site = site;
        this.csrf = csrf;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showLogin", this::show, "logIn", this::logIn, "logOut", this::logOut);
    }

    /** The form, or to whoever is logged in and wants to go nowhere else, that they are. */
    private Endpoint.Action show(Inputs inputs) {
        Visit visit = new Visit(inputs, Input::query);
        Optional<Secret> session = session(visit.browser()).filter(secret -> visit.next.isEmpty());
        return deadline -> session.flatMap(secret -> authentication
                        .bySession(secret, deadline)
                        .<Optional<Response>>fold(
                                caller -> Optional.of(signedIn(visit, secret, caller)),
                                Optional::empty,
                                pause -> Optional.empty()))
                .orElseGet(() -> form(FormPageKind.DONE, Optional.empty(), visit));
    }

    private Endpoint.Action logIn(Inputs inputs) {
        Visit visit = new Visit(inputs, Input::body);
        if (AccountSite.isForeign(inputs) || !csrf.isKept(visit.browser(), AccountSite.field(inputs, "csrf"))) {
            return deadline -> form(FormPageKind.FORBIDDEN, Optional.of("login.expired"), visit);
        }
        AccountSessions.Login login = new AccountSessions.Login(
                AccountSite.field(inputs, "username"),
                Secret.ofText(AccountSite.field(inputs, "password")),
                inputs.context().source().network(),
                session(visit.browser()));
        return deadline -> sessions.logIn(login, deadline)
                .fold(
                        begun -> Response.seeOther(visit.next.orElseGet(
                                        () -> site.address().path(PATH)))
                                .withCookie(site.session().set(text(begun.secret())))
                                .withCookie(csrf.unset()),
                        pending -> form(FormPageKind.UNAUTHENTICATED, Optional.of("login.refused"), visit),
                        () -> form(FormPageKind.UNAUTHENTICATED, Optional.of("login.refused"), visit)
                                .with("WWW-Authenticate", "Token realm=\"aura\""),
                        pause -> form(FormPageKind.THROTTLED, Optional.of("login.throttled"), visit)
                                .retryAfter(pause));
    }

    private Endpoint.Action logOut(Inputs inputs) {
        Optional<Secret> session = session(inputs.context().browser());
        Optional<Secret> shown = inputs.text(Input.body("csrf")).map(Secret::ofText);
        boolean kept =
                !AccountSite.isForeign(inputs) && session.map(CsrfToken::of).equals(shown);
        Texts texts = site.texts(inputs);
        return deadline -> {
            if (session.isPresent() && !kept) {
                return site.forbidden(texts);
            }
            session.ifPresent(secret -> sessions.logOut(secret, deadline));
            return Response.seeOther(site.address().path(PATH))
                    .withCookie(site.session().unset());
        };
    }

    private Response form(FormPageKind kind, Optional<String> fault, Visit visit) {
        String proof = csrf.proof(visit.browser());
        Texts texts = visit.texts;
        FormPage.Form form = new FormPage.Form(
                site.address().path(PATH),
                visit.hidden(proof),
                List.of(
                        new FormPage.Field(
                                "username", texts.account("login.username"), "text", "username", visit.hint.orElse("")),
                        new FormPage.Field(
                                "password", texts.account("login.password"), "password", "current-password")),
                texts.account("login.action"));
        return site.page(kind, "login.title", FormPage.Content.of(form).withFault(fault.map(texts::account)), texts)
                .withCookie(csrf.set(proof));
    }

    private Response signedIn(Visit visit, Secret session, Caller caller) {
        Texts texts = visit.texts;
        FormPage.Form form = new FormPage.Form(
                site.address().path("/logout"),
                List.of(new FormPage.Hidden("csrf", text(CsrfToken.of(session)))),
                List.of(),
                texts.account("signed-in.action"));
        FormPage.Content content = FormPage.Content.of(form)
                .describedAs(texts.account("signed-in.description"))
                .about(caller.username().value());
        return site.page(FormPageKind.DONE, "signed-in.title", content, texts);
    }

    private Optional<Secret> session(BrowserHeaders browser) {
        return site.session().read(browser).map(Secret::ofText);
    }

    private static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.US_ASCII);
    }

    /** Who asks for the form, where they want to go when they are in, and what another service says of them. */
    private final class Visit {
        private final Inputs inputs;
        private final Texts texts;
        private final Optional<String> next;
        private final Optional<String> hint;
        private final Optional<String> languages;

        /** @param place where the request says so; what it wants to go on to counts only where it is a path of ours */
        Visit(Inputs inputs, Function<String, Input> place) {
            this.inputs = inputs;
            this.next = given("next", place).flatMap(site.address()::ownPath);
            this.hint = given("login_hint", place);
            this.languages = given("ui_locales", place);
            this.texts = site.texts(inputs, languages);
        }

        private Optional<String> given(String name, Function<String, Input> place) {
            return inputs.text(place.apply(name)).filter(text -> !text.isEmpty());
        }

        /** What the form sends along, so that all this outlives a failure. */
        List<FormPage.Hidden> hidden(String proof) {
            List<FormPage.Hidden> hidden = new ArrayList<>(List.of(new FormPage.Hidden("csrf", proof)));
            next.ifPresent(path -> hidden.add(new FormPage.Hidden("next", path)));
            hint.ifPresent(name -> hidden.add(new FormPage.Hidden("login_hint", name)));
            languages.ifPresent(list -> hidden.add(new FormPage.Hidden("ui_locales", list)));
            return hidden;
        }

        BrowserHeaders browser() {
            return inputs.context().browser();
        }
    }
}
