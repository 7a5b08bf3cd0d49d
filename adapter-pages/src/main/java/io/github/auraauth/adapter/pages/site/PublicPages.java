package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import gg.jte.Content;
import io.github.auraauth.adapter.pages.PageLayout;
import io.github.auraauth.adapter.pages.PageTemplates;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.adapter.pages.Texts;
import io.github.auraauth.front.response.Response;
import java.util.List;
import java.util.Optional;

/** Pages of the same elements as those behind a login, for whoever comes. Safe for use by many threads. */
public final class PublicPages {
    private final PageTemplates templates;

    public PublicPages(Pages pages) {
        this.templates = pages.templates();
    }

    /** A page; where its view says to which other it belongs, that is not shown. */
    public Response page(View view, Texts texts) {
        PageLayout frame = templates.frame(view.title(), view.kind().isGood(), texts);
        Page page = new Page(frame, view.notice(), new ElementRenderer(templates).parts(view.elements()));
        return templates.page(view.kind().status(), "site/public.jte", page, ElementRenderer.policy(view.elements()));
    }

    /**
     * One of them. For the templates.
     *
     * @param notice that something has been done, or has not
     */
    public record Page(PageLayout frame, Optional<Paragraph> notice, List<Content> elements) {
        public Page {
            requireNonNull(frame, "frame");
            requireNonNull(notice, "notice");
            elements = List.copyOf(elements);
        }
    }
}
