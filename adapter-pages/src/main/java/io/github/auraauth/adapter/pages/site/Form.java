package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.pages.FormPage.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A form.
 *
 * @param path where to, as the browser asks for it
 * @param hidden what is sent along without being shown
 * @param action what the button says
 * @param style how the button looks, and how the form is sent
 */
public record Form(String path, List<Hidden> hidden, List<FormField> fields, String action, Style style)
        implements Element {
    public Form {
        requireNonNull(path, "path");
        hidden = List.copyOf(hidden);
        fields = List.copyOf(fields);
        requireNonNull(action, "action");
        requireNonNull(style, "style");
    }

    /** The same, which sends one more value along. */
    public Form with(String name, String value) {
        List<Hidden> more = new ArrayList<>(hidden);
        more.add(new Hidden(name, value));
        return new Form(path, more, fields, action, style);
    }

    @Override
    public String template() {
        return "site/form.jte";
    }

    /** Whether it only asks, so that it is sent by GET and its fields stand beside each other. */
    public boolean asks() {
        return style == Style.SEARCH;
    }

    /** What is done by a form. */
    public enum Style {
        /** The one thing that the page is for. */
        MAIN,
        /** Something beside it. */
        OTHER,
        /** What cannot be undone. */
        DANGER,
        /** A search, or a choice of what a list shows. */
        SEARCH;

        /** As style sheet and templates call it. */
        public String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
