package io.github.auraauth.adapter.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.auraauth.front.response.Response;
import java.util.Optional;

/** The templates of all pages, with the style sheet and the policy that lets nothing else in. */
final class PageTemplates {
    /** What every policy ends with: nobody frames a page of ours, and nothing changes where its links lead. */
    static final String FRAMELESS = "; base-uri 'none'; frame-ancestors 'none'";

    /** The same of pages whose forms are sent to us. */
    static final String STRICT = FRAMELESS + "; form-action 'self'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Style style = Style.load();

    /** What surrounds a page of that title. */
    PageLayout frame(String title, boolean good, Texts texts) {
        return new PageLayout(texts.language(), texts.first("page.name"), title, good, style.css(), Optional.empty());
    }

    /**
     * A page.
     *
     * @param policy what it lets in beside the style sheet
     */
    Response page(int status, String template, Object model, String policy) {
        return policed(Response.page(status, rendered(template, model)), policy);
    }

    String rendered(String template, Object model) {
        StringOutput html = new StringOutput();
        templates.render(template, model, html);
        return html.toString();
    }

    Response policed(Response page, String policy) {
        return page.with("Content-Security-Policy", "default-src 'none'; style-src " + style.source() + policy);
    }
}
