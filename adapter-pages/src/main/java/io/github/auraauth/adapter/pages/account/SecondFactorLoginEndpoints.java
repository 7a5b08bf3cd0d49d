package io.github.auraauth.adapter.pages.account;

import static io.github.auraauth.domain.secondfactor.SecondFactorKind.PASSKEY;
import static io.github.auraauth.domain.secondfactor.SecondFactorKind.RECOVERY_CODE;
import static io.github.auraauth.domain.secondfactor.SecondFactorKind.TOTP;

import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.secondfactor.PasskeyForm;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.SecondFactorLogins;
import io.github.auraauth.port.in.session.LoginResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The second step of a login whose password was right: a code, a passkey, or a code for the loss of both. */
final class SecondFactorLoginEndpoints {
    static final String PATH = "/login/second-factor";

    /** The way that is shown where several are open, the first of those that there are. */
    private static final List<SecondFactorKind> ORDER = List.of(PASSKEY, TOTP, RECOVERY_CODE);

    private final SecondFactorLogins logins;
    private final AccountSite site;
    private final LoginSteps steps;
    private final HostCookie pending;

    /** @param pending cookie of a login that waits for a second factor */
    SecondFactorLoginEndpoints(LoginPorts ports, AccountSite site, LoginSteps steps, HostCookie pending) {
        this.logins = ports.secondFactors();
        this.site = site;
        this.steps = steps;
        this.pending = pending;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showSecondFactor", this::show, "continueLogin", this::proceed);
    }

    private Endpoint.Action show(Inputs inputs) {
        Step step = new Step(inputs, Input::query);
        return deadline -> step.page(FormPageKind.DONE, Optional.empty(), deadline);
    }

    private Endpoint.Action proceed(Inputs inputs) {
        Step step = new Step(inputs, Input::body);
        LoginVisit visit = step.visit;
        if (steps.isForeign(visit, AccountSite.isForeign(inputs), AccountSite.field(inputs, "csrf"))) {
            return deadline -> step.page(FormPageKind.FORBIDDEN, Optional.of("login.expired"), deadline);
        }
        String response = AccountSite.field(inputs, "response");
        Secret handle = Secret.ofText(AccountSite.field(inputs, "handle"));
        Secret code = Secret.ofText(AccountSite.field(inputs, "code"));
        Optional<Secret> before = site.session().read(visit.browser()).map(Secret::ofText);
        return deadline -> {
            LoginResult result = response.isEmpty()
                    ? logins.continueByCode(step.login, code, visit.source(), before, deadline)
                    : logins.continueByPasskey(step.login, handle, response, visit.source(), before, deadline);
            return result.fold(
                    begun -> steps.in(begun, visit, deadline),
                    again -> step.page(FormPageKind.UNAUTHENTICATED, Optional.of("second-factor.refused"), deadline),
                    step::anew,
                    pause -> step.page(FormPageKind.THROTTLED, Optional.of("login.throttled"), deadline)
                            .retryAfter(pause));
        };
    }

    /** A request within one login that waits. */
    private final class Step {
        private final LoginVisit visit;
        private final Secret login;
        private final Optional<SecondFactorKind> wanted;

        Step(Inputs inputs, Function<String, Input> place) {
            visit = new LoginVisit(inputs, site, place);
            login = Secret.ofText(pending.read(visit.browser()).orElse(""));
            wanted = inputs.text(place.apply("way")).flatMap(Step::kind);
        }

        private static Optional<SecondFactorKind> kind(String word) {
            return ORDER.stream().filter(kind -> word(kind).equals(word)).findFirst();
        }

        private static String word(SecondFactorKind kind) {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The form of one way, with links to the others; the login from its beginning where it waits no more. */
        Response page(FormPageKind kind, Optional<String> fault, Deadline deadline) {
            Optional<Set<SecondFactorKind>> kinds = logins.kinds(login, deadline);
            Optional<SecondFactorKind> way = kinds.flatMap(open -> wanted.filter(open::contains)
                    .or(() -> ORDER.stream().filter(open::contains).findFirst()));
            return way.map(shown -> page(kind, fault, shown, kinds.get(), deadline))
                    .orElseGet(this::anew);
        }

        private Response page(
                FormPageKind kind,
                Optional<String> fault,
                SecondFactorKind way,
                Set<SecondFactorKind> open,
                Deadline deadline) {
            Texts texts = visit.texts();
            String proof = steps.proof(visit);
            Optional<Element> form = form(way, proof, deadline);
            if (form.isEmpty()) {
                return anew();
            }
            List<Element> elements = new ArrayList<>();
            elements.add(new Paragraph(texts.account("second-factor.description-" + word(way))));
            elements.add(form.get());
            List<Links.Link> others = ORDER.stream()
                    .filter(other -> other != way && open.contains(other))
                    .map(other -> new Links.Link(
                            visit.query(site.address().path(PATH + "?way=" + word(other))),
                            texts.account("second-factor.by-" + word(other))))
                    .toList();
            if (!others.isEmpty()) {
                elements.add(new Links(others));
            }
            return steps.page(
                    kind,
                    texts.account("second-factor.title"),
                    fault.map(texts::account),
                    visit,
                    proof,
                    elements.toArray(Element[]::new));
        }

        private Optional<Element> form(SecondFactorKind way, String proof, Deadline deadline) {
            Texts texts = visit.texts();
            if (way == PASSKEY) {
                return logins.beginPasskey(login, deadline)
                        .map(begun -> PasskeyForm.of(
                                steps.form(PATH, visit, proof, List.of(), texts.account("passkey.use")),
                                PasskeyForm.Ceremony.GET,
                                begun,
                                texts));
            }
            FormField.InputType kind = way == TOTP ? FormField.InputType.CODE : FormField.InputType.TEXT;
            FormField code = FormField.of("code", texts.account("second-factor.code-" + word(way)), kind)
                    .completedWith(way == TOTP ? "one-time-code" : "off");
            return Optional.of(steps.form(PATH, visit, proof, List.of(code), texts.account("second-factor.action"))
                    .with("way", word(way)));
        }

        /** The login is no more, or was tried too often. */
        Response anew() {
            return Response.seeOther(visit.query(site.address().path(LoginSteps.LOGIN + "?done=login-ended")))
                    .withCookie(pending.unset());
        }
    }
}
