package io.github.auraauth.adapter.pages.secondfactor;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Figure;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.secondfactor.QrCode;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup.PendingTotp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Setting up an authenticator app: a picture with its secret, and a code that shows that it has it. */
final class AuthenticatorAppEndpoints {
    static final String PATH = SecurityEndpoints.PATH + "/app";
    private static final int MARGIN = 4;

    private final SecondFactorSetup setup;
    private final Site site;
    private final FinishedSetupPages finished;

    AuthenticatorAppEndpoints(SecondFactorSetup setup, Site site, FinishedSetupPages finished) {
        this.setup = setup;
        this.site = site;
        this.finished = finished;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showApp", site.show(this::show), "confirmApp", site.change(this::confirm));
    }

    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        return deadline -> setup.beginTotp(caller.caller(), deadline)
                .fold(
                        pending -> site.page(
                                inputs,
                                view(
                                        texts,
                                        new Paragraph(texts.account("app.description")),
                                        figure(pending.code(), texts),
                                        secret(pending, texts),
                                        form(caller, Optional.empty(), texts))),
                        refusal -> site.page(inputs, view(texts).refusing(site.reason(refusal, texts))));
    }

    private Endpoint.Action confirm(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        Secret code = Secret.ofText(inputs.text(Input.body("code")).orElse(""));
        return deadline -> setup.confirmTotp(caller.caller(), caller.session(), code, deadline)
                .fold(
                        done -> finished.response(inputs, done, "app-added"),
                        refusal -> refused(inputs, caller, refusal, texts));
    }

    /** After a wrong code the secret is the one that the app has, so that it is not shown anew. */
    private Response refused(Inputs inputs, PageCaller caller, Refusal refusal, Texts texts) {
        String reason = site.reason(refusal, texts);
        Links again = Links.of(new Links.Link(site.path(PATH), texts.account("app.again")));
        return refusal.reason() == Refusal.Reason.WRONG_CODE
                ? site.page(
                        inputs,
                        view(texts, form(caller, Optional.of(reason), texts), again)
                                .refusing())
                : site.page(inputs, view(texts, again).refusing(reason));
    }

    private View view(Texts texts, Element... elements) {
        return View.of(SecurityEndpoints.PATH, texts.account("app.title"), elements)
                .below(SecurityEndpoints.above(site, texts));
    }

    private static Facts secret(PendingTotp pending, Texts texts) {
        String secret = pending.secret().revealText();
        return Facts.of(new Fact(texts.account("app.secret"), Cell.code(secret)));
    }

    private Form form(PageCaller caller, Optional<String> fault, Texts texts) {
        FormField code = FormField.of("code", texts.account("app.code"), FormField.InputType.CODE)
                .completedWith("one-time-code")
                .hinted(texts.account("app.code-hint"))
                .withFault(fault);
        return site.form(caller, PATH, List.of(code), texts.account("app.action"), Form.Style.MAIN);
    }

    /** Dark modules that stand beside each other in a row are one step of the path. */
    static Figure figure(QrCode code, Texts texts) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                int first = x;
                while (x < code.size() && code.isDark(x, y)) {
                    x++;
                }
                if (x > first) {
                    int run = x - first;
                    path.append('M')
                            .append(first + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append('h')
                            .append(run)
                            .append("v1h-")
                            .append(run)
                            .append('z');
                }
            }
        }
        return new Figure(texts.account("app.picture"), code.size() + 2 * MARGIN, path.toString());
    }
}
