package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

/** The heading of what follows. */
public record Heading(String text) implements Element {
    public Heading {
        requireNonNull(text, "text");
    }

    @Override
    public String template() {
        return "site/heading.jte";
    }
}
