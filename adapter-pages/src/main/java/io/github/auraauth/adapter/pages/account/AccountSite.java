package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.front.browser.FetchMetadata;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import java.util.Optional;

/** The shared parts of the pages about accounts. */
final class AccountSite {
    private static final Input SITE = Input.header(FetchMetadata.SITE);

    private final Pages pages;
    private final PublicAddress address;
    private final HostCookie session;

    /** @param session cookie of sessions, the same that the API has */
    AccountSite(Pages pages, PublicAddress address, HostCookie session) {
        this.pages = pages;
        this.address = address;
        this.session = session;
    }

    PublicAddress address() {
        return address;
    }

    HostCookie session() {
        return session;
    }

    Texts texts(Inputs inputs) {
        return texts(inputs.context().browser());
    }

    /**
     * The same, for somebody of whom another service says what they read.
     *
     * @param languages the best first, with spaces between
     */
    Texts texts(Inputs inputs, Optional<String> languages) {
        return pages.textsOf(languages, inputs.context().browser().languages());
    }

    /** Whether a page of another origin sends the form. */
    static boolean isForeign(Inputs inputs) {
        return FetchMetadata.isForeign(inputs.text(SITE));
    }

    /** What a form holds under a name, or the empty text. */
    static String field(Inputs inputs, String name) {
        return inputs.text(Input.body(name)).orElse("");
    }

    Response page(FormPageKind kind, String title, FormPage.Content content, Texts texts) {
        return pages.form(kind, texts.account(title), content, texts);
    }

    /** That nothing was done, since the request did not come from a page of ours. */
    Response forbidden(Texts texts) {
        return page(
                FormPageKind.FORBIDDEN,
                "refused.title",
                FormPage.Content.of(texts.account("refused.description")),
                texts);
    }

    /** What a person is shown in the place of a refusal that is meant for a program; its headers are kept. */
    Response refusal(Response refusal, BrowserHeaders browser) {
        return pages.formRefusal(refusal, texts(browser));
    }

    private Texts texts(BrowserHeaders browser) {
        return pages.texts(Optional.empty(), browser.languages());
    }
}
