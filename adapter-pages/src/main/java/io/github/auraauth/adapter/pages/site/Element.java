package io.github.auraauth.adapter.pages.site;

import java.util.Optional;

/** A part of a page, which one template shows. */
public interface Element {
    /** The name of the template, whose parameter is the element. */
    String template();

    /** Its script, byte for byte, whose hash the page's policy allows; empty where it has none. */
    default Optional<String> script() {
        return Optional.empty();
    }
}
