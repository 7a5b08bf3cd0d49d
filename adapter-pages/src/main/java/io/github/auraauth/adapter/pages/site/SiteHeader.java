package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The header of every page behind a login.
 *
 * @param navigation pages that can be gone to from everywhere; those that one may not see are not among them
 * @param owner whose session it is; absent before a login
 * @param above the page that this one belongs to, where it is not among the navigation
 */
public record SiteHeader(Words words, List<Item> navigation, Optional<Owner> owner, Optional<Links.Link> above) {
    public SiteHeader {
        requireNonNull(words, "words");
        navigation = List.copyOf(navigation);
        requireNonNull(owner, "owner");
        requireNonNull(above, "above");
    }

    /** What is said there. */
    public record Words(String skip, String navigation, String logout) {}

    /**
     * One page.
     *
     * @param path as the browser asks for it
     * @param current whether this is the page, or belongs to it
     */
    public record Item(String path, String label, boolean current) {}

    /**
     * Whose session it is.
     *
     * @param logout path to which the form of the logout is sent
     * @param csrf that the form holds
     */
    public record Owner(String username, String logout, String csrf) {}
}
