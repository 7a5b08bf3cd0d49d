package io.github.auraauth.adapter.pages.secondfactor;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import java.util.List;
import java.util.Map;

/** New codes for the loss of a factor, in the place of those that there were. */
final class RecoveryCodeEndpoints {
    static final String PATH = SecurityEndpoints.PATH + "/recovery";

    private final OwnSecondFactors factors;
    private final Site site;
    private final FinishedSetupPages pages;

    RecoveryCodeEndpoints(OwnSecondFactors factors, Site site, FinishedSetupPages pages) {
        this.factors = factors;
        this.site = site;
        this.pages = pages;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showRecovery", site.show(this::show), "renewRecoveryCodes", site.change(this::renew));
    }

    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        return deadline -> site.page(inputs, view(caller, texts));
    }

    private Endpoint.Action renew(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        return deadline -> factors.renewRecoveryCodes(caller.caller(), deadline)
                .fold(
                        codes -> site.page(inputs, pages.codes(codes, texts)),
                        refusal -> site.page(inputs, view(caller, texts).refusing(site.reason(refusal, texts))));
    }

    private View view(PageCaller caller, Texts texts) {
        return View.of(
                        SecurityEndpoints.PATH,
                        texts.account("recovery.new-title"),
                        new Paragraph(texts.account("recovery.description")),
                        site.form(caller, PATH, List.of(), texts.account("recovery.action"), Form.Style.DANGER))
                .below(SecurityEndpoints.above(site, texts));
    }
}
