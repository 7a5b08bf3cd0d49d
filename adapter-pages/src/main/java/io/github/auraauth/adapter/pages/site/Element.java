package io.github.auraauth.adapter.pages.site;

import java.util.Optional;

/** A part of a page, which one template shows. */
public interface Element {
    /** The name of the template, whose parameter is the element. */
    String template();

    /** What it does by itself, to the byte, so that the page's policy can let it in. */
    default Optional<String> script() {
        return Optional.empty();
    }
}
