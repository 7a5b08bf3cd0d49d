package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.secondfactor.PasskeyForm;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.PasskeyLogins;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logging in with a passkey alone, on a page of its own: the one with the password asks no authenticator. */
final class PasskeyLoginEndpoints {
    static final String PATH = "/login/passkey";

    private final PasskeyLogins logins;
    private final AccountSite site;
    private final LoginSteps steps;

    PasskeyLoginEndpoints(LoginPorts ports, AccountSite site, LoginSteps steps) {
        this.logins = ports.passkeys();
        this.site = site;
        this.steps = steps;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showPasskeyLogin", this::show, "logInWithPasskey", this::logIn);
    }

    private Endpoint.Action show(Inputs inputs) {
        LoginVisit visit = new LoginVisit(inputs, site, Input::query);
        return deadline -> page(FormPageKind.DONE, Optional.empty(), visit, deadline);
    }

    private Endpoint.Action logIn(Inputs inputs) {
        LoginVisit visit = new LoginVisit(inputs, site, Input::body);
        if (steps.isForeign(visit, AccountSite.isForeign(inputs), AccountSite.field(inputs, "csrf"))) {
            return deadline -> page(FormPageKind.FORBIDDEN, Optional.of("login.expired"), visit, deadline);
        }
        Secret handle = Secret.ofText(AccountSite.field(inputs, "handle"));
        String response = AccountSite.field(inputs, "response");
        Optional<Secret> before = site.session().read(visit.browser()).map(Secret::ofText);
        return deadline -> logins.finish(handle, response, visit.source(), before, deadline)
                .fold(
                        begun -> steps.in(begun, visit, deadline),
                        () -> page(FormPageKind.UNAUTHENTICATED, Optional.of("passkey.refused"), visit, deadline),
                        pause -> page(FormPageKind.THROTTLED, Optional.of("login.throttled"), visit, deadline)
                                .retryAfter(pause));
    }

    private Response page(FormPageKind kind, Optional<String> fault, LoginVisit visit, Deadline deadline) {
        Texts texts = visit.texts();
        String proof = steps.proof(visit);
        PasskeyForm form = PasskeyForm.of(
                steps.form(PATH, visit, proof, List.of(), texts.account("passkey.use")),
                PasskeyForm.Ceremony.GET,
                logins.begin(deadline),
                texts);
        return steps.page(
                kind,
                texts.account("passkey.login-title"),
                fault.map(texts::account),
                visit,
                proof,
                new Paragraph(texts.account("passkey.login-description")),
                form,
                Links.of(new Links.Link(
                        visit.query(site.address().path(LoginSteps.LOGIN)), texts.account("passkey.with-password"))));
    }
}
