package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that is shown once, such as a new secret.
 *
 * @param label what it is
 * @param values one, or several as recovery codes are
 * @param warning that it is shown this once
 */
public record ShownOnce(String label, List<String> values, String warning) implements Element {
    public ShownOnce {
        requireNonNull(label, "label");
        values = List.copyOf(values);
        requireNonNull(warning, "warning");
    }

    @Override
    public String template() {
        return "site/shown-once.jte";
    }

    @Override
    public String toString() {
        return "ShownOnce[redacted]";
    }
}
