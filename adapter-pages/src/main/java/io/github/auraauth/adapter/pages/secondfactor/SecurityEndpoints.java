package io.github.auraauth.adapter.pages.secondfactor;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.Table;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors.Overview;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether one's account is safe: its second factors, and what leads to setting them up and taking them away. */
public final class SecurityEndpoints {
    public static final String PATH = "/account/security";

    private final OwnSecondFactors factors;
    private final SecondFactorSetup setup;
    private final Site site;
    private final PublicAddress address;
    private final HostCookie cookie;

    /**
     * @param address below which links lie
     * @param cookie of sessions
     */
    public SecurityEndpoints(
            OwnSecondFactors factors, SecondFactorSetup setup, Site site, PublicAddress address, HostCookie cookie) {
        this.factors = factors;
        this.setup = setup;
        this.site = site;
        this.address = address;
        this.cookie = cookie;
    }

    /** All operations on second factors, by the names that they have in the definition. */
    public Map<String, Endpoint> byOperation() {
        FinishedSetupPages finished = new FinishedSetupPages(site, cookie);
        Map<String, Endpoint> all = new HashMap<>(Map.of("showSecurity", site.show(this::show)));
        all.putAll(new ResetNoticeEndpoints(factors, site, address).byOperation());
        all.putAll(new AuthenticatorAppEndpoints(setup, site, finished).byOperation());
        all.putAll(new PasskeyEndpoints(setup, site, finished).byOperation());
        all.putAll(new FactorRemovalEndpoints(factors, site).byOperation());
        all.putAll(new RecoveryCodeEndpoints(factors, site, finished).byOperation());
        return all;
    }

    static Links.Link above(Site site, Texts texts) {
        return new Links.Link(site.path(PATH), texts.account("security.title"));
    }

    private Endpoint.Action show(Inputs inputs, PageCaller caller) {
        Texts texts = site.texts(inputs);
        return deadline -> factors.show(caller.caller(), deadline)
                .fold(found -> site.page(inputs, view(found, texts)), refusal -> site.absent(texts));
    }

    private View view(Overview found, Texts texts) {
        List<Element> elements = new ArrayList<>();
        found.resetAt()
                .ifPresent(at -> elements.add(
                        Links.of(new Links.Link(site.path(ResetNoticeEndpoints.PATH), texts.account("reset.title")))));
        if (found.isRequired() && !found.any()) {
            elements.add(new Paragraph(texts.account("security.required"), Tone.BAD));
        }
        elements.add(new Heading(texts.account("security.factors")));
        elements.add(new Paragraph(texts.account("security.description")));
        elements.add(factors(found, texts));
        elements.add(Links.of(
                new Links.Link(
                        site.path(PasskeyEndpoints.PATH),
                        texts.account("security.add-passkey"),
                        texts.account("security.add-passkey-text")),
                new Links.Link(
                        site.path(AuthenticatorAppEndpoints.PATH),
                        texts.account(found.totpAddedAt().isPresent() ? "security.other-app" : "security.add-app"),
                        texts.account("security.add-app-text"))));
        if (found.any()) {
            elements.add(new Heading(texts.account("recovery.title")));
            elements.add(new Paragraph(Texts.filled(
                    texts.account("security.codes-left"), Map.of("count", Integer.toString(found.recoveryCodes())))));
            elements.add(Links.of(
                    new Links.Link(site.path(RecoveryCodeEndpoints.PATH), texts.account("security.renew-codes"))));
        }
        if (!found.isRequired() || found.any()) {
            elements.add(new Heading(texts.account("security.password")));
            elements.add(Links.of(new Links.Link(site.path("/account/password"), texts.account("password.title"))));
        }
        return View.of(PATH, texts.account("security.title"), elements.toArray(Element[]::new));
    }

    private Table factors(Overview found, Texts texts) {
        List<List<Cell>> rows = new ArrayList<>();
        found.totpAddedAt()
                .ifPresent(at -> rows.add(List.of(
                        Cell.of(texts.account("security.app")),
                        site.moment(at, texts),
                        Cell.of(""),
                        Cell.link(texts.account("security.remove"), site.path(FactorRemovalEndpoints.APP)))));
        for (Passkey passkey : found.passkeys()) {
            rows.add(List.of(
                    Cell.of(passkey.name().value()),
                    site.moment(passkey.addedAt(), texts),
                    passkey.usedAt()
                            .map(at -> site.moment(at, texts))
                            .orElseGet(() -> Cell.of(texts.account("tokens.unused"), Tone.QUIET)),
                    Cell.link(texts.account("security.remove"), site.path(FactorRemovalEndpoints.path(passkey.id())))));
        }
        return new Table(
                texts.account("security.factors"),
                List.of(
                        texts.account("security.factor"),
                        texts.account("security.added"),
                        texts.account("security.used"),
                        ""),
                rows,
                texts.account("security.none"));
    }
}
