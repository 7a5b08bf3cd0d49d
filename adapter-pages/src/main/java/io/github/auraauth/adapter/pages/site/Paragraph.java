package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

/**
 * A few sentences.
 *
 * @param tone how they are meant
 */
public record Paragraph(String text, Tone tone) implements Element {
    public Paragraph {
        requireNonNull(text, "text");
        requireNonNull(tone, "tone");
    }

    /** One without anything to notice. */
    public Paragraph(String text) {
        this(text, Tone.PLAIN);
    }

    @Override
    public String template() {
        return "site/paragraph.jte";
    }
}
