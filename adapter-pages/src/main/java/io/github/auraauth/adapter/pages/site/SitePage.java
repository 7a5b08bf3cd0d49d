package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import gg.jte.Content;
import io.github.auraauth.adapter.pages.PageLayout;
import java.util.List;
import java.util.Optional;

/**
 * A page behind a login. For the templates.
 *
 * @param notice that something has been done, or has not
 */
public record SitePage(PageLayout frame, SiteHeader header, Optional<Paragraph> notice, List<Content> elements) {
    public SitePage {
        requireNonNull(frame, "frame");
        requireNonNull(header, "header");
        requireNonNull(notice, "notice");
        elements = List.copyOf(elements);
    }
}
