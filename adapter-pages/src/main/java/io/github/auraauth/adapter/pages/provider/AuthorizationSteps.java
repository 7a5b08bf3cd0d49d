package io.github.auraauth.adapter.pages.provider;

import io.github.auraauth.adapter.pages.ConsentPage;
import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.provider.AuthorizationResponse;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.provider.AuthorizationStep;
import io.github.auraauth.port.in.provider.AuthorizationStep.Ask;
import io.github.auraauth.port.in.provider.AuthorizationStep.LogIn;
import io.github.auraauth.port.in.provider.AuthorizationStep.Refuse;
import io.github.auraauth.port.in.provider.AuthorizationStep.Respond;
import java.util.List;
import java.util.Optional;

/** Sends the browser of one authorization request on to its next step. */
final class AuthorizationSteps {
    private static final String CONTINUE = "/oidc/authorize/continue";
    private static final String CONSENT = "/oidc/consent";
    private static final String LOGIN = "/login";
    /** As the page of the login takes it. */
    private static final int LONGEST_HINT = 300;

    private static final int LONGEST_LANGUAGES = 256;
    /** Of each parameter, so that all fit into a redirect. */
    private static final int LONGEST_ENCODED = 1_024;

    private final ProviderSite site;
    private final Inputs inputs;
    private final boolean afterForm;

    /** @param afterForm whether a form of ours led here, or may have */
    AuthorizationSteps(ProviderSite site, Inputs inputs, boolean afterForm) {
        this.site = site;
        this.inputs = inputs;
        this.afterForm = afterForm;
    }

    /** The path, as a browser asks for it, at which a kept request goes on. */
    static String pathBack(ProviderSite site, Secret handle) {
        return site.path(CONTINUE) + "?request=" + ProviderSite.encoded(handle.revealText());
    }

    Response response(AuthorizationStep step) {
        return step.fold(this::respond, this::logIn, this::ask, this::refuse);
    }

    private Response respond(Respond step) {
        AuthorizationResponse response = step.response();
        Texts texts = site.texts(inputs, step.languages());
        return switch (response.mode()) {
            case QUERY -> site.onward(response.location(), afterForm, texts);
            case FORM_POST -> site.clients().post(response.redirectUri(), response.parameters(), texts);
        };
    }

    private Response logIn(LogIn step) {
        String next = "?next=" + ProviderSite.encoded(pathBack(site, step.handle()));
        String hint = parameter("login_hint", step.hint(), LONGEST_HINT);
        String languages = parameter("ui_locales", step.languages(), LONGEST_LANGUAGES);
        return Response.seeOther(site.path(LOGIN) + next + hint + languages);
    }

    private Response ask(Ask step) {
        Texts texts = site.texts(inputs, step.languages());
        List<String> told = Scope.among(Scope.list(Scope.names(step.scopes()))).stream()
                .map(scope -> texts.provider("scope." + scope.value()))
                .toList();
        ConsentPage.Form form = new ConsentPage.Form(
                site.path(CONSENT),
                List.of(
                        new FormPage.Hidden("csrf", ProviderSite.csrf(site.session(inputs))),
                        new FormPage.Hidden("request", step.handle().revealText())));
        return site.clients()
                .consent(new ConsentPage.Subject(step.client(), step.account().value(), told), form, texts);
    }

    private Response refuse(Refuse step) {
        Texts texts = site.texts(inputs, Optional.empty());
        return switch (step.reason()) {
            case CLIENT -> site.refused("client", texts);
            case REDIRECT_URI -> site.refused("redirect-uri", texts);
            case ENDED -> site.refused("ended", texts);
            case THROTTLED -> site.throttled(texts);
        };
    }

    /** A parameter more; one that is longer than the page of the login, or a redirect, takes is left out. */
    private static String parameter(String name, Optional<String> value, int longest) {
        return value.filter(text -> text.length() <= longest)
                .map(ProviderSite::encoded)
                .filter(text -> text.length() <= LONGEST_ENCODED)
                .map(text -> '&' + name + '=' + text)
                .orElse("");
    }
}
