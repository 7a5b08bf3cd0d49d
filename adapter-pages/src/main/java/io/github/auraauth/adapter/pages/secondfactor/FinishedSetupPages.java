package io.github.auraauth.adapter.pages.secondfactor;

import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.PageCaller;
import io.github.auraauth.adapter.pages.site.ShownOnce;
import io.github.auraauth.adapter.pages.site.Site;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup.FinishedSetup;
import java.util.List;

/** The pages after a factor was added: the session gets its new secret, and with the first one there are codes. */
final class FinishedSetupPages {
    private final Site site;
    private final HostCookie cookie;

    /** @param cookie of sessions */
    FinishedSetupPages(Site site, HostCookie cookie) {
        this.site = site;
        this.cookie = cookie;
    }

    /**
     * Recovery codes, or, where there are none, the overview.
     *
     * @param done key of what was done, behind {@code account:done.}
     */
    Response response(Inputs inputs, FinishedSetup finished, String done) {
        Secret session = finished.session().secret();
        PageCaller caller = new PageCaller(finished.session().caller(), session);
        Response response = finished.recoveryCodes().isEmpty()
                ? site.done(SecurityEndpoints.PATH, done)
                : site.page(inputs, codes(finished.recoveryCodes(), site.texts(inputs)), caller);
        return response.withCookie(cookie.set(session.revealText()));
    }

    /** The page that shows recovery codes. */
    View codes(List<Secret> codes, Texts texts) {
        return View.of(
                SecurityEndpoints.PATH,
                texts.account("recovery.title"),
                new ShownOnce(
                        texts.account("recovery.label"),
                        codes.stream().map(Secret::revealText).toList(),
                        texts.account("recovery.once")),
                Links.of(new Links.Link(site.path(SecurityEndpoints.PATH), texts.account("recovery.kept"))));
    }
}
