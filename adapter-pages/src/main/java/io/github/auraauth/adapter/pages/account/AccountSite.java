package io.github.auraauth.adapter.pages.account;

import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.front.browser.FetchMetadata;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.BrowserHeaders;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import java.util.Map;
import java.util.Optional;

/** What the pages about accounts have in common. */
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

    /** Whether a page of another origin sends the form. */
    static boolean isForeign(Inputs inputs) {
        return FetchMetadata.isForeign(inputs.text(SITE));
    }

    /** What a form holds under a name, or the empty text. */
    static String field(Inputs inputs, String name) {
        return inputs.text(Input.body(name)).orElse("");
    }

    Response page(AccountPageKind kind, String title, FormPage.Content content, Texts texts) {
        return pages.form(kind.status(), kind.isGood(), texts.account(title), content, texts);
    }

    /** That nothing was done, since the request did not come from a page of ours. */
    Response forbidden(Texts texts) {
        return page(
                AccountPageKind.FORBIDDEN,
                "refused.title",
                FormPage.Content.of(texts.account("refused.description")),
                texts);
    }

    /** What a person is shown in the place of a refusal that is meant for a program; its headers are kept. */
    Response refusal(Response refusal, BrowserHeaders browser) {
        Texts texts = texts(browser);
        String words = AccountPageKind.words(refusal);
        String description = words.equals("throttled") ? "login.throttled" : words + ".description";
        Response page = pages.form(
                refusal.status(),
                false,
                texts.account(words + ".title"),
                FormPage.Content.of(texts.account(description)),
                texts);
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            page = page.with(header.getKey(), header.getValue());
        }
        return page;
    }

    private Texts texts(BrowserHeaders browser) {
        return pages.texts(Optional.empty(), browser.languages());
    }
}
