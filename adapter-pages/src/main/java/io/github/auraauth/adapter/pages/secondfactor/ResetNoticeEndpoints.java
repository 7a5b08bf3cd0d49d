package io.github.auraauth.adapter.pages.secondfactor;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Telling somebody, at the first login after it, that somebody else took their second factors away. */
final class ResetNoticeEndpoints {
    static final String PATH = SecurityEndpoints.PATH + "/reset";

    private final OwnSecondFactors factors;
    private final Site site;
    private final PublicAddress address;

    ResetNoticeEndpoints(OwnSecondFactors factors, Site site, PublicAddress address) {
        this.factors = factors;
        this.site = site;
        this.address = address;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("showReset", site.show(this::show), "acknowledgeReset", site.change(this::acknowledge));
    }

    /** Where there is nothing to tell, on to where they wanted to go. */
    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        String next = next(inputs, Input.query("next"));
        return deadline -> factors.show(caller.caller(), deadline)
                .fold(found -> found.resetAt(), refusal -> Optional.<Instant>empty())
                .map(at -> site.page(inputs, view(at, next, caller, texts)))
                .orElseGet(() -> Response.seeOther(next));
    }

    private View view(Instant at, String next, PageCaller caller, Texts texts) {
        String when = site.moment(at, texts).text();
        return View.of(
                SecurityEndpoints.PATH,
                texts.account("reset.title"),
                new Paragraph(Texts.filled(texts.account("reset.description"), Map.of("time", when)), Tone.BAD),
                new Paragraph(texts.account("reset.advice")),
                site.form(caller, PATH, List.of(), texts.account("reset.action"), Form.Style.MAIN)
                        .with("next", next));
    }

    private Endpoint.Action acknowledge(Inputs inputs, PageCaller caller) {
        String next = next(inputs, Input.body("next"));
        return deadline -> {
            factors.acknowledgeReset(caller.caller(), deadline);
            return Response.seeOther(next);
        };
    }

    private String next(Inputs inputs, Input place) {
        return inputs.text(place).flatMap(address::ownPath).orElseGet(() -> address.path(SecurityEndpoints.PATH));
    }
}
