package io.github.auraauth.adapter.pages.provider;

import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.provider.ProviderLogouts;
import io.github.auraauth.port.in.provider.ProviderLogouts.LogoutRequest;
import io.github.auraauth.port.in.provider.ProviderLogouts.LogoutStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where clients send browsers to log somebody out (OpenID Connect RP-Initiated Logout 1.0). */
final class LogoutEndpoints {
    private static final String PATH = "/oidc/end-session";
    /** Of an address that every proxy takes. */
    private static final int LONGEST_TARGET = 6_000;

    private static final String CONFIRM = PATH + "/confirm";
    private static final String HINT = "id_token_hint";
    private static final String CLIENT = "client_id";
    private static final String REDIRECT = "post_logout_redirect_uri";
    private static final String STATE = "state";
    private static final String LANGUAGES = "ui_locales";

    /** What is sent along from one step to the next. */
    private static final List<String> NAMES = List.of(HINT, CLIENT, REDIRECT, STATE, LANGUAGES);

    private final ProviderLogouts logouts;
    private final ProviderSite site;

    LogoutEndpoints(ProviderLogouts logouts, ProviderSite site) {
        this.logouts = logouts;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of(
                "endSession", this::begin, "endSessionByPost", this::comeBack, "confirmEndSession", this::confirm);
    }

    private Endpoint.Action begin(Inputs inputs) {
        Visit visit = new Visit(inputs, Input::query);
        if (!inputs.repeated().isEmpty()) {
            return deadline -> visit.refuse();
        }
        return deadline -> visit.response(logouts.begin(visit.request(), site.session(inputs), deadline), false);
    }

    /** Browsers leave our cookie away where another site's page sends a form; they have it with them when they come back. */
    private Endpoint.Action comeBack(Inputs inputs) {
        Visit visit = new Visit(inputs, Input::body);
        String location = visit.location();
        boolean good = inputs.repeated().isEmpty() && location.length() <= LONGEST_TARGET;
        return deadline -> good ? site.onward(location, false, visit.texts) : visit.refuse();
    }

    private Endpoint.Action confirm(Inputs inputs) {
        Visit visit = new Visit(inputs, Input::body);
        Optional<Secret> session = site.session(inputs);
        boolean refused = ProviderSite.isForeign(inputs) || session.isPresent() && !site.isOurs(inputs);
        return deadline -> refused
                ? site.forbidden(visit.texts)
                : visit.response(logouts.confirm(visit.request(), session, deadline), true);
    }

    /** Somebody who is to be logged out, and what the client says of that. */
    private final class Visit {
        private final Inputs inputs;
        private final Function<String, Input> place;
        private final Texts texts;

        Visit(Inputs inputs, Function<String, Input> place) {
            this.inputs = inputs;
            this.place = place;
            this.texts = site.texts(inputs, value(LANGUAGES));
        }

        private Optional<String> value(String name) {
            return inputs.text(place.apply(name));
        }

        LogoutRequest request() {
            return new LogoutRequest(value(HINT).map(Secret::ofText), value(CLIENT), value(REDIRECT), value(STATE));
        }

        /** The same request with GET, as a browser asks for it. */
        String location() {
            StringBuilder location = new StringBuilder(site.path(PATH));
            for (FormPage.Hidden field : fields()) {
                location.append(location.indexOf("?") < 0 ? '?' : '&')
                        .append(field.name())
                        .append('=')
                        .append(ProviderSite.encoded(field.value()));
            }
            return location.toString();
        }

        Response response(LogoutStep step, boolean afterForm) {
            return step.fold(onward -> done(onward, afterForm), this::ask, this::refuse);
        }

        private Response done(Optional<String> onward, boolean afterForm) {
            Response done = onward.map(address -> site.onward(address, afterForm, texts))
                    .orElseGet(() -> site.page(
                            FormPageKind.DONE,
                            "signed-out.title",
                            FormPage.Content.of(texts.provider("signed-out.description")),
                            texts));
            // a browser that another site makes come without its cookie must not lose it
            return site.session(inputs).isPresent() ? site.withoutSession(done) : done;
        }

        private Response ask() {
            List<FormPage.Hidden> hidden = fields();
            hidden.add(new FormPage.Hidden("csrf", ProviderSite.csrf(site.session(inputs))));
            FormPage.Form form =
                    new FormPage.Form(site.path(CONFIRM), hidden, List.of(), texts.provider("logout.action"));
            FormPage.Content content = FormPage.Content.of(form).describedAs(texts.provider("logout.description"));
            return site.page(FormPageKind.DONE, "logout.title", content, texts);
        }

        Response refuse() {
            return site.refused("logout", texts);
        }

        private List<FormPage.Hidden> fields() {
            List<FormPage.Hidden> fields = new ArrayList<>();
            for (String name : NAMES) {
                value(name).ifPresent(value -> fields.add(new FormPage.Hidden(name, value)));
            }
            return fields;
        }
    }
}
