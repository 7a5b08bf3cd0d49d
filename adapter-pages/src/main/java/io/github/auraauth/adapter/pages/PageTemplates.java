package io.github.auraauth.adapter.pages;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.auraauth.front.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The templates of all pages, with the style sheet and the policy that lets nothing else in. */
public final class PageTemplates {
    /** What every policy ends with: nobody frames a page of ours, and nothing changes where its links lead. */
    static final String FRAMELESS = "; base-uri 'none'; frame-ancestors 'none'";

    /** The same of pages whose forms are sent to us. */
    public static final String STRICT = FRAMELESS + "; form-action 'self'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Style style = Style.load();

    /** What surrounds a page of that title. */
    public PageLayout frame(String title, boolean good, Texts texts) {
        return new PageLayout(texts.language(), texts.first("page.name"), title, good, style.css(), Optional.empty());
    }

    /**
     * A page.
     *
     * @param policy what it lets in beside the style sheet
     */
    public Response page(int status, String template, Object model, String policy) {
        return policed(Response.page(status, rendered(template, model)), policy);
    }

    /** A part of a page, which is made where it stands. */
    public Content part(String template, Object model) {
        return output -> templates.render(template, model, output);
    }

    /** How a policy names scripts that stand in a page; empty where there are none. */
    public static String scripts(List<String> codes) {
        return codes.isEmpty()
                ? ""
                : codes.stream()
                        .map(code -> Style.sourceOf(code.getBytes(StandardCharsets.UTF_8)))
                        .collect(Collectors.joining(" ", "; script-src ", ""));
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
