package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.Logins;
import java.util.Map;
import java.util.Optional;

/** The steps of a login and a logout in a browser. */
public final class LoginPageEndpoints {
    private final Logins logins;
    private final LoginSite site;

    public LoginPageEndpoints(Logins logins, LoginSite site) {
        this.logins = logins;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "startLogin", this::start,
                "confirmStart", this::proceed,
                "receiveLogin", this::receive,
                "confirmLogin", this::confirm,
                "endLogin", this::end);
    }

    private Endpoint.Action start(Inputs inputs) {
        LoginStepRequest visit = visit(LoginStep.START, inputs);
        LoginCall call = call(visit, inputs);
        Optional<Secret> cookie = site.cookie(visit);
        return deadline -> site.answer(visit, logins.start(call, cookie, deadline));
    }

    private Endpoint.Action proceed(Inputs inputs) {
        LoginStepRequest visit = visit(LoginStep.START_CONFIRMATION, inputs);
        LoginCall call = call(visit, inputs);
        LoginCall.Consent consent = consent(visit, inputs);
        return deadline -> site.answer(visit, logins.proceed(call, consent, deadline));
    }

    private Endpoint.Action receive(Inputs inputs) {
        LoginStepRequest visit = visit(LoginStep.CALLBACK, inputs);
        LoginCall call = call(visit, inputs);
        Optional<Secret> code =
                Optional.of(visit.code()).filter(text -> !text.isEmpty()).map(Secret::ofText);
        LoginCall.Reply reply = new LoginCall.Reply(code, ProviderRefusals.read(inputs), site.cookie(visit));
        return deadline -> site.answer(visit, logins.receive(call, reply, deadline));
    }

    private Endpoint.Action confirm(Inputs inputs) {
        LoginStepRequest visit = visit(LoginStep.CONFIRMATION, inputs);
        LoginCall call = call(visit, inputs);
        Secret code = Secret.ofText(visit.code());
        LoginCall.Consent consent = consent(visit, inputs);
        return deadline -> site.answer(visit, logins.confirm(call, code, consent, deadline));
    }

    private Endpoint.Action end(Inputs inputs) {
        LoginStepRequest visit = visit(LoginStep.LOGOUT, inputs);
        LoginCall call = call(visit, inputs);
        return deadline -> site.answer(visit, logins.end(call, deadline));
    }

    private static LoginStepRequest visit(LoginStep step, Inputs inputs) {
        return new LoginStepRequest(
                step,
                text(step, "state", inputs),
                text(step, "code", inputs),
                inputs.context().browser());
    }

    private LoginCall.Consent consent(LoginStepRequest visit, Inputs inputs) {
        return new LoginCall.Consent(Secret.ofText(text(visit.step(), "csrf", inputs)), site.cookie(visit));
    }

    /** Of a form's body, else of the query; empty where it is not given. */
    private static String text(LoginStep step, String name, Inputs inputs) {
        return inputs.text(step.isOfAForm() ? Input.body(name) : Input.query(name))
                .orElse("");
    }

    private static LoginCall call(LoginStepRequest visit, Inputs inputs) {
        return new LoginCall(visit.state(), inputs.context().source().network());
    }
}
