package io.github.auraauth.adapter.pages.site;

import io.github.auraauth.adapter.pages.FormPage;
import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.front.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The refusals that people are shown behind a login, each with a link back to the start. */
final class SiteRefusals {
    private final Pages pages;
    private final String home;

    /** @param home path of the start, as the browser asks for it */
    SiteRefusals(Pages pages, String home) {
        this.pages = pages;
        this.home = home;
    }

    /** In the place of a refusal that is meant for a program; its headers are kept. */
    Response page(Response refusal, Texts texts) {
        Optional<String> missing = refusal.error()
                .map(error -> error.fields().getOrDefault(PageAuthenticator.PERMISSION, List.of()))
                .flatMap(names -> names.stream().findFirst());
        if (FormPageKind.FORBIDDEN.isOf(refusal) && missing.isPresent()) {
            String words =
                    Texts.filled(texts.account("permission-missing.description"), Map.of("permission", missing.get()));
            return simple(FormPageKind.FORBIDDEN, "permission-missing.title", words, texts);
        }
        return FormPageKind.ABSENT.isOf(refusal) ? absent(texts) : pages.formRefusal(refusal, texts);
    }

    /** That there is nothing at the path, or nothing that the caller may see. */
    Response absent(Texts texts) {
        return simple(FormPageKind.ABSENT, "absent.title", texts.account("absent.description"), texts);
    }

    /** That nothing was done, since the form was not one of ours. */
    Response foreign(Texts texts) {
        return simple(FormPageKind.FORBIDDEN, "refused.title", texts.account("login.expired"), texts);
    }

    private Response simple(FormPageKind kind, String title, String words, Texts texts) {
        FormPage.Content content =
                FormPage.Content.of(words).with(new FormPage.Link(home, texts.account("refused.action")));
        return pages.form(kind, texts.account(title), content, texts);
    }
}
