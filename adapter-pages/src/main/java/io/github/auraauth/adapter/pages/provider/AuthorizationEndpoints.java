package io.github.auraauth.adapter.pages.provider;

import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.provider.AuthorizationStep;
import io.github.auraauth.port.in.provider.Authorizations;
import io.github.auraauth.port.in.provider.Browser;
import java.util.Map;
import java.util.Optional;

/**
 * Where clients send browsers to log somebody in (RFC 6749, section 3.1; OpenID Connect Core 1.0, section 3.1.2), with what
 * happens until the browser goes back.
 */
final class AuthorizationEndpoints {
    private static final Input ANSWER = Input.body("answer");
    private static final String REQUEST = "request";

    private final Authorizations authorizations;
    private final ProviderSite site;

    AuthorizationEndpoints(Authorizations authorizations, ProviderSite site) {
        this.authorizations = authorizations;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of(
                "authorize", this::begin,
                "authorizeByPost", this::keep,
                "continueAuthorization", this::resume,
                "answerConsent", this::answer);
    }

    private Endpoint.Action begin(Inputs inputs) {
        AuthorizationParameters parameters = AuthorizationParameterReader.read(inputs, Input::query);
        Browser browser = browser(inputs);
        return deadline -> answer(authorizations.begin(parameters, browser, deadline), inputs, false);
    }

    /** Browsers leave our cookie away where another site's page sends a form; they have it with them when they come back. */
    private Endpoint.Action keep(Inputs inputs) {
        AuthorizationParameters parameters = AuthorizationParameterReader.read(inputs, Input::body);
        Browser browser = new Browser(Optional.empty(), source(inputs));
        return deadline -> authorizations
                .keep(parameters, browser, deadline)
                .map(handle -> Response.seeOther(AuthorizationSteps.pathBack(site, handle)))
                .orElseGet(() -> answer(authorizations.begin(parameters, browser, deadline), inputs, false));
    }

    private Endpoint.Action resume(Inputs inputs) {
        Optional<Secret> handle = inputs.text(Input.query(REQUEST)).map(Secret::ofText);
        Browser browser = browser(inputs);
        return deadline -> answer(
                handle.map(secret -> authorizations.resume(secret, browser, deadline))
                        .orElseGet(AuthorizationEndpoints::ended),
                inputs,
                true);
    }

    /** Who has no session any more is asked to log in, and then again. */
    private Endpoint.Action answer(Inputs inputs) {
        Secret handle = inputs.required(Input.body(REQUEST), text -> Optional.of(Secret.ofText(text)));
        boolean agreed = inputs.required(ANSWER, Optional::of).equals("agree");
        Browser browser = browser(inputs);
        if (ProviderSite.isForeign(inputs) || browser.session().isPresent() && !site.isOurs(inputs)) {
            return deadline -> site.forbidden(site.texts(inputs, Optional.empty()));
        }
        return browser.session().isEmpty()
                ? deadline -> Response.seeOther(AuthorizationSteps.pathBack(site, handle))
                : deadline -> answer(authorizations.answer(handle, agreed, browser, deadline), inputs, true);
    }

    private Response answer(AuthorizationStep step, Inputs inputs, boolean afterForm) {
        return new AuthorizationSteps(site, inputs, afterForm).response(step);
    }

    private Browser browser(Inputs inputs) {
        return new Browser(site.session(inputs), source(inputs));
    }

    private static String source(Inputs inputs) {
        return inputs.context().source().network();
    }

    private static AuthorizationStep ended() {
        return new AuthorizationStep.Refuse(AuthorizationStep.Refuse.Reason.ENDED);
    }
}
