package io.github.auraauth.adapter.http.pages;

/**
 * What surrounds every page. For the templates.
 *
 * @param language value of the attribute {@code lang}
 * @param name of the service, as people know it
 * @param title of the page
 * @param good whether the page says something good
 * @param css the style sheet
 */
public record Frame(String language, String name, String title, boolean good, String css) {}
