package io.github.auraauth.adapter.pages.provider;

import io.github.auraauth.adapter.pages.ClientPages;
import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.CsrfTokens;
import io.github.auraauth.front.browser.FetchMetadata;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The shared parts of the provider's pages. */
final class ProviderSite {

    private static final Input SITE = Input.header(FetchMetadata.SITE);

    private final Pages pages;
    private final ClientPages clients;
    private final PublicAddress address;
    private final HostCookie session;

    ProviderSite(Pages pages, PublicAddress address, HostCookie session) {
        this.pages = pages;
        this.clients = new ClientPages(pages);
        this.address = address;
        this.session = session;
    }

    ClientPages clients() {
        return clients;
    }

    /** How a browser asks for a path of ours. */
    String path(String path) {
        return address.path(path);
    }

    /** The texts for whoever makes the request, of whom a client may say what they read. */
    Texts texts(Inputs inputs, Optional<String> languages) {
        return pages.textsOf(languages, inputs.context().browser().languages());
    }

    /** The secret of the session that the browser has. */
    Optional<Secret> session(Inputs inputs) {
        return session.read(inputs.context().browser()).map(Secret::ofText);
    }

    /** The response whose browser has no session any more. */
    Response withoutSession(Response response) {
        return response.withCookie(session.unset());
    }

    /** What a form of ours holds to prove that it is ours; the empty text where there is no session. */
    static String csrf(Optional<Secret> session) {
        return session.map(CsrfTokens::of).map(Secret::revealText).orElse("");
    }

    /** Whether a form is one that we gave to this session, so that nobody else makes the browser send it. */
    boolean isOurs(Inputs inputs) {
        Optional<Secret> held = session(inputs).map(CsrfTokens::of);
        return !isForeign(inputs) && held.equals(inputs.text(Input.body("csrf")).map(Secret::ofText));
    }

    /** Whether a page of another origin makes the browser send the form. */
    static boolean isForeign(Inputs inputs) {
        return FetchMetadata.isForeign(inputs.text(SITE));
    }

    /**
     * On to an address of a client's.
     *
     * @param afterForm whether a form of ours led here, whose policy browsers hold against every redirect that follows
     */
    Response onward(String location, boolean afterForm, Texts texts) {
        return afterForm || location.length() > Response.LONGEST_LOCATION
                ? pages.redirect(location, texts)
                : Response.seeOther(location);
    }

    /** A form, or what came of one. */
    Response page(FormPageKind kind, String title, FormPage.Content content, Texts texts) {
        return pages.form(kind, texts.provider(title), content, texts);
    }

    /** That the link which somebody came by is not good. */
    Response refused(String reason, Texts texts) {
        FormPage.Content content = FormPage.Content.of(texts.provider("refused." + reason));
        return page(FormPageKind.INVALID, "refused.title", content, texts);
    }

    /** That somebody has to wait, since too many came from where they are. */
    Response throttled(Texts texts) {
        FormPage.Content content = FormPage.Content.of(texts.account("login.throttled"));
        return pages.form(FormPageKind.THROTTLED, texts.account("throttled.title"), content, texts);
    }

    /** That nothing was done, since the request did not come from a page of ours. */
    Response forbidden(Texts texts) {
        FormPage.Content content = FormPage.Content.of(texts.account("refused.description"));
        return pages.form(FormPageKind.FORBIDDEN, texts.account("refused.title"), content, texts);
    }

    /** What a person is shown in the place of a refusal that is meant for a program; its headers are kept. */
    Response refusal(Response refusal, BrowserHeaders browser) {
        return pages.formRefusal(refusal, pages.textsOf(Optional.empty(), browser.languages()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
