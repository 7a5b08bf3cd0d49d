package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.PublicPages;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The shared parts of the steps of a login: how their pages are shown, and where they lead once there is a session. */
final class LoginSteps {
    static final String LOGIN = "/login";
    private static final String HOME = "/account";
    private static final String RESET = "/account/security/reset";

    private final AccountSite site;
    private final PublicPages pages;
    private final LoginCsrf csrf;
    private final HostCookie pending;
    private final OwnSecondFactors factors;

    /**
     * @param pending cookie of a login that waits for a second factor
     * @param factors say whether somebody is to be told that theirs were taken away
     */
    LoginSteps(AccountSite site, PublicPages pages, LoginCsrf csrf, HostCookie pending, OwnSecondFactors factors) {
        this.site = site;
        this.pages = pages;
        this.csrf = csrf;
        this.pending = pending;
        this.factors = factors;
    }

    /** Whether a form is not one that we gave to this browser. */
    boolean isForeign(LoginVisit visit, boolean elsewhere, String proof) {
        return elsewhere || !csrf.isKept(visit.browser(), proof);
    }

    /** The proof that forms of this browser hold. */
    String proof(LoginVisit visit) {
        return csrf.proof(visit.browser());
    }

    /** A form of a step. */
    Form form(String path, LoginVisit visit, String proof, List<FormField> fields, String action) {
        return new Form(site.address().path(path), visit.hidden(proof), fields, action, Form.Style.MAIN);
    }

    /**
     * A page of a step.
     *
     * @param fault what was wrong with what was sent before
     */
    Response page(
            FormPageKind kind,
            String title,
            Optional<String> fault,
            LoginVisit visit,
            String proof,
            Element... elements) {
        View whole = new View(
                kind,
                LOGIN,
                title,
                Optional.empty(),
                fault.map(words -> new Paragraph(words, Tone.BAD)),
                List.of(elements));
        return pages.page(whole, visit.texts()).withCookie(csrf.set(proof));
    }

    /** On to where somebody wanted to go, or first to the page that says that their second factors were taken away. */
    Response in(BegunSession begun, LoginVisit visit, Deadline deadline) {
        boolean reset = factors.show(begun.caller(), deadline)
                .fold(found -> found.resetAt().isPresent(), refusal -> false);
        Response in = Response.seeOther(
                        reset
                                ? reset(visit)
                                : visit.next().orElse(site.address().path(HOME)))
                .withCookie(site.session().set(begun.secret().revealText()))
                .withCookie(csrf.unset());
        return pending.read(visit.browser()).isPresent() ? in.withCookie(pending.unset()) : in;
    }

    private String reset(LoginVisit visit) {
        return site.address().path(RESET)
                + visit.next()
                        .map(path -> "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                        .orElse("");
    }
}
