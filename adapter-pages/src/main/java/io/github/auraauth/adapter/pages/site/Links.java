package io.github.auraauth.adapter.pages.site;

import java.util.List;

/** Other pages, with what they are for. */
public record Links(List<Link> links) implements Element {
    public Links {
        links = List.copyOf(links);
    }

    public static Links of(Link... links) {
        return new Links(List.of(links));
    }

    @Override
    public String template() {
        return "site/links.jte";
    }

    /**
     * One of them.
     *
     * @param path as the browser asks for it
     * @param text that says what is there; may be empty
     */
    public record Link(String path, String label, String text) {
        public Link(String path, String label) {
            this(path, label, "");
        }
    }
}
