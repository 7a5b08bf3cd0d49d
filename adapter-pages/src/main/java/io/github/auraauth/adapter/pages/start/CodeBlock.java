package io.github.auraauth.adapter.pages.start;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.pages.site.Element;

/** Lines for a terminal, as they are typed. */
public record CodeBlock(String text) implements Element {
    public CodeBlock {
        requireNonNull(text, "text");
    }

    @Override
    public String template() {
        return "start/code.jte";
    }
}
