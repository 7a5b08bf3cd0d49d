package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A value in a table or among facts.
 *
 * @param link path that it leads to, as the browser asks for it
 * @param moment that it is, in ISO 8601, where it is one
 * @param form by which the row is changed, in the place of a value
 */
public record Cell(String text, Tone tone, Optional<String> link, Optional<String> moment, Optional<Form> form) {
    public Cell {
        requireNonNull(text, "text");
        requireNonNull(tone, "tone");
        requireNonNull(link, "link");
        requireNonNull(moment, "moment");
        requireNonNull(form, "form");
    }

    public static Cell of(String text) {
        return of(text, Tone.PLAIN);
    }

    public static Cell of(String text, Tone tone) {
        return new Cell(text, tone, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An identifier, which can be copied. */
    public static Cell code(String text) {
        return of(text, Tone.CODE);
    }

    /** @param path as the browser asks for it */
    public static Cell link(String text, String path) {
        return new Cell(text, Tone.PLAIN, Optional.of(path), Optional.empty(), Optional.empty());
    }

    /**
     * A moment.
     *
     * @param shown as people read it, with its zone
     * @param iso as programs do
     */
    static Cell moment(String shown, String iso) {
        return new Cell(shown, Tone.PLAIN, Optional.empty(), Optional.of(iso), Optional.empty());
    }

    /** A button. */
    public static Cell of(Form form) {
        return new Cell("", Tone.PLAIN, Optional.empty(), Optional.empty(), Optional.of(form));
    }
}
