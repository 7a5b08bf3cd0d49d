package io.github.auraauth.adapter.pages.secondfactor;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Adding a passkey. Each page that asks for one begins a ceremony of its own. */
final class PasskeyEndpoints {
    static final String PATH = SecurityEndpoints.PATH + "/passkeys/new";

    private final SecondFactorSetup setup;
    private final Site site;
    private final FinishedSetupPages finished;

    PasskeyEndpoints(SecondFactorSetup setup, Site site, FinishedSetupPages finished) {
        this.setup = setup;
        this.site = site;
        this.finished = finished;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showNewPasskey", site.show(this::show), "addPasskey", site.change(this::add));
    }

    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        return deadline -> page(inputs, caller, "", Optional.empty(), UnaryOperator.identity(), deadline);
    }

    private Endpoint.Action add(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        String typed = inputs.text(Input.body("name")).orElse("");
        Secret handle = Secret.ofText(inputs.text(Input.body("handle")).orElse(""));
        String response = inputs.text(Input.body("response")).orElse("");
        Optional<PasskeyName> name = PasskeyName.parse(typed);
        if (name.isEmpty()) {
            Optional<String> fault = Optional.of(texts.account("passkey.not-a-name"));
            return deadline -> page(inputs, caller, typed, fault, View::refusing, deadline);
        }
        return deadline -> setup.finishPasskey(
                        caller.caller(), caller.session(), handle, name.get(), response, deadline)
                .fold(
                        done -> finished.response(inputs, done, "passkey-added"),
                        refusal -> page(
                                inputs,
                                caller,
                                typed,
                                Optional.empty(),
                                view -> view.refusing(site.reason(refusal, texts)),
                                deadline));
    }

    /** @param typed what stands in the field of the name */
    private Response page(
            Inputs inputs,
            PageCaller caller,
            String typed,
            Optional<String> fault,
            UnaryOperator<View> refusing,
            Deadline deadline) {
        Texts texts = site.texts(inputs);
        FormField name = FormField.of("name", texts.account("passkey.name"), FormField.InputType.TEXT)
                .holding(typed)
                .hinted(texts.account("passkey.name-hint"))
                .withFault(fault);
        Form form = site.form(caller, PATH, List.of(name), texts.account("passkey.action"), Form.Style.MAIN);
        View view = View.of(
                        SecurityEndpoints.PATH,
                        texts.account("passkey.title"),
                        new Paragraph(texts.account("passkey.description")))
                .below(SecurityEndpoints.above(site, texts));
        return setup.beginPasskey(caller.caller(), deadline)
                .fold(
                        begun -> site.page(
                                inputs,
                                refusing.apply(
                                        view.and(PasskeyForm.of(form, PasskeyForm.Ceremony.CREATE, begun, texts)))),
                        refusal -> site.page(inputs, view.refusing(site.reason(refusal, texts))));
    }
}
