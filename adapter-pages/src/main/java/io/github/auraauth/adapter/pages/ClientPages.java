package io.github.auraauth.adapter.pages;

import io.github.auraauth.front.response.Response;
import java.util.List;
import java.util.Map;

/** Pages between us and the services that people log in at by us. Safe for use by many threads. */
public final class ClientPages {
    private static final int DONE = 200;
    private static final String SCRIPT = "document.forms[0].submit()";

    private final Pages pages;
    private final String posting;

    public ClientPages(Pages pages) {
        this.pages = pages;
        this.posting = PageTemplates.scripts(List.of(SCRIPT)) + PageTemplates.FRAMELESS;
    }

    /** Whether a service may be told of somebody. */
    public Response consent(ConsentPage.Subject subject, ConsentPage.Form form, Texts texts) {
        ConsentPage.Words words = new ConsentPage.Words(
                texts.provider("consent.description"),
                texts.provider("consent.client"),
                texts.provider("consent.account"),
                texts.provider("consent.told"),
                texts.provider("consent.agree"),
                texts.provider("consent.deny"));
        PageLayout frame = pages.templates().frame(texts.provider("consent.title"), true, texts);
        return pages.templates()
                .page(DONE, "consent.jte", new ConsentPage(frame, words, subject, form), PageTemplates.STRICT);
    }

    /**
     * What the browser brings to a service in a form (OAuth 2.0 Form Post Response Mode). The page has no {@code form-action},
     * which browsers would apply to every redirect of the service's own.
     */
    public Response post(String address, Map<String, String> parameters, Texts texts) {
        String key = PageKind.REDIRECT.words();
        List<FormPage.Hidden> hidden = parameters.entrySet().stream()
                .map(parameter -> new FormPage.Hidden(parameter.getKey(), parameter.getValue()))
                .toList();
        PostingPage page = new PostingPage(
                pages.templates().frame(texts.first(key + ".title"), true, texts),
                texts.first(key + ".description"),
                address,
                hidden,
                texts.first(key + ".action"),
                SCRIPT);
        return pages.templates().page(DONE, "post.jte", page, posting);
    }
}
