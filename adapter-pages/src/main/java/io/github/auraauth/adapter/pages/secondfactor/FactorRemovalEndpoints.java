package io.github.auraauth.adapter.pages.secondfactor;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors.Overview;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Taking a factor away, after a page that names it and what that means. */
final class FactorRemovalEndpoints {
    static final String APP = AuthenticatorAppEndpoints.PATH + "/remove";
    private static final String PASSKEYS = SecurityEndpoints.PATH + "/passkeys/";

    private final OwnSecondFactors factors;
    private final Site site;

    FactorRemovalEndpoints(OwnSecondFactors factors, Site site) {
        this.factors = factors;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of(
                "showAppRemoval", site.show(this::showApp),
                "removeApp", site.change(this::removeApp),
                "showPasskeyRemoval", site.show(this::showPasskey),
                "removePasskey", site.change(this::removePasskey));
    }

    static String path(PasskeyId passkey) {
        return PASSKEYS + passkey.value() + "/remove";
    }

    private Endpoint.Action showApp(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        return deadline -> factors.show(caller.caller(), deadline)
                .fold(Overview::totpAddedAt, refusal -> Optional.<Instant>empty())
                .map(at -> site.page(inputs, question(texts.account("security.app"), at, APP, caller, texts)))
                .orElseGet(() -> site.absent(texts));
    }

    private Endpoint.Action removeApp(Inputs inputs, PageCaller caller) {
        return deadline -> response(factors.removeTotp(caller.caller(), deadline), inputs, "app-removed");
    }

    private Endpoint.Action showPasskey(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        PasskeyId id = id(inputs);
        return deadline -> find(id, caller, deadline)
                .map(passkey ->
                        site.page(inputs, question(passkey.name().value(), passkey.addedAt(), path(id), caller, texts)))
                .orElseGet(() -> site.absent(texts));
    }

    private Endpoint.Action removePasskey(Inputs inputs, PageCaller caller) {
        PasskeyId id = id(inputs);
        return deadline -> response(factors.removePasskey(caller.caller(), id, deadline), inputs, "passkey-removed");
    }

    /** A factor that is already gone counts as removed. */
    private Response response(Outcome<Overview> outcome, Inputs inputs, String done) {
        Texts texts = site.texts(inputs);
        return outcome.fold(
                left -> site.done(SecurityEndpoints.PATH, done),
                refusal -> refusal.reason() == Refusal.Reason.ABSENT
                        ? site.done(SecurityEndpoints.PATH, done)
                        : site.page(
                                inputs,
                                View.of(SecurityEndpoints.PATH, texts.account("removal.title"))
                                        .below(SecurityEndpoints.above(site, texts))
                                        .refusing(site.reason(refusal, texts))));
    }

    private View question(String name, Instant addedAt, String path, PageCaller caller, Texts texts) {
        return View.of(
                        SecurityEndpoints.PATH,
                        texts.account("removal.title"),
                        Facts.of(
                                new Fact(texts.account("security.factor"), Cell.of(name)),
                                new Fact(texts.account("security.added"), site.moment(addedAt, texts))),
                        new Paragraph(texts.account("removal.description")),
                        site.form(caller, path, List.of(), texts.account("removal.action"), Form.Style.DANGER))
                .below(SecurityEndpoints.above(site, texts));
    }

    private Optional<Passkey> find(PasskeyId id, PageCaller caller, Deadline deadline) {
        return factors.show(caller.caller(), deadline).fold(Overview::passkeys, refusal -> List.<Passkey>of()).stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst();
    }

    private static PasskeyId id(Inputs inputs) {
        return inputs.required(Input.path("passkey"), PasskeyId::parse);
    }
}
