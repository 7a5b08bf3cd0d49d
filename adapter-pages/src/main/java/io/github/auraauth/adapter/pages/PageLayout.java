package io.github.auraauth.adapter.pages;

import java.util.Optional;

/**
 * The frame of every page. For the templates.
 *
 * @param language value of the attribute {@code lang}
 * @param name of the service, as people know it
 * @param title of the page
 * @param good whether the page says something good
 * @param css the style sheet
 * @param refresh value of the {@code meta} element by which the page goes on by itself
 */
public record PageLayout(
        String language, String name, String title, boolean good, String css, Optional<String> refresh) {
    /** The same, which goes on to that address at once. */
    PageLayout goingOnTo(String address) {
        return new PageLayout(language, name, title, good, css, Optional.of("0;url=" + address));
    }
}
