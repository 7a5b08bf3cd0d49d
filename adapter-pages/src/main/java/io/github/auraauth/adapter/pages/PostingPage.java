package io.github.auraauth.adapter.pages;

import java.util.List;

/**
 * A page that sends a form to another service by itself, with a button for those whose browser does not. For the templates.
 *
 * @param address where to
 * @param action what the button says
 * @param script that sends it, byte for byte
 */
public record PostingPage(
        PageLayout frame,
        String description,
        String address,
        List<FormPage.Hidden> hidden,
        String action,
        String script) {
    public PostingPage {
        hidden = List.copyOf(hidden);
    }
}
