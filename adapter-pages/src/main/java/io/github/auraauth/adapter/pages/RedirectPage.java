package io.github.auraauth.adapter.pages;

/**
 * A page that goes on to another one by itself, with a link for those whose browser does not. For the templates.
 *
 * @param address of the other page
 * @param action what the link says
 */
public record RedirectPage(PageLayout frame, String description, String address, String action) {}
