package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

/**
 * A square picture of black fields on white, such as a QR code.
 *
 * @param label what it shows, for those who hear the page
 * @param size fields in a row, with a margin
 * @param path its black fields, as the attribute {@code d} of an SVG path has them
 */
public record Figure(String label, int size, String path) implements Element {
    public Figure {
        requireNonNull(label, "label");
        requireNonNull(path, "path");
    }

    @Override
    public String template() {
        return "site/figure.jte";
    }

    @Override
    public String toString() {
        return "Figure[redacted]";
    }
}
