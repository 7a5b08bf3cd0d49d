package io.github.auraauth.adapter.pages.site;

import gg.jte.Content;
import io.github.auraauth.adapter.pages.PageTemplates;
import java.util.List;

/** Makes the elements of a page by their templates, and a policy that lets in what they do by themselves, and no more. */
final class ElementRenderer {
    private final PageTemplates templates;

    ElementRenderer(PageTemplates templates) {
        this.templates = templates;
    }

    /** The elements, each of which is made where it stands. */
    List<Content> parts(List<Element> elements) {
        return elements.stream()
                .map(element -> templates.part(element.template(), element))
                .toList();
    }

    /** The policy of a page with these elements, beside what it says of the style sheet. */
    static String policy(List<Element> elements) {
        List<String> scripts = elements.stream()
                .flatMap(element -> element.script().stream())
                .distinct()
                .toList();
        return PageTemplates.scripts(scripts) + PageTemplates.STRICT;
    }
}
