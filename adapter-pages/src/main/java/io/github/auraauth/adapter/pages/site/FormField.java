package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field of a form.
 *
 * @param values what stands there at first: one for most kinds, those that are ticked of several, none where it is empty
 * @param options what there is to choose from, for kinds that choose
 * @param hint what helps to fill it in
 * @param fault what was wrong with what was sent before
 * @param autocomplete what browsers may fill in for them; {@code off} for nothing
 */
public record FormField(
        String name,
        String label,
        InputType inputType,
        Set<String> values,
        List<Option> options,
        Optional<String> hint,
        Optional<String> fault,
        String autocomplete,
        boolean required) {
    public FormField {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        requireNonNull(inputType, "inputType");
        values = Set.copyOf(values);
        options = List.copyOf(options);
        requireNonNull(hint, "hint");
        requireNonNull(fault, "fault");
        requireNonNull(autocomplete, "autocomplete");
    }

    /** One that must be filled in. */
    public static FormField of(String name, String label, InputType inputType) {
        return new FormField(
                name, label, inputType, Set.of(), List.of(), Optional.empty(), Optional.empty(), "off", true);
    }

    /** The same, which may stay empty. */
    public FormField optional() {
        return new FormField(name, label, inputType, values, options, hint, fault, autocomplete, false);
    }

    /** The same, where that stands at first. */
    public FormField holding(String value) {
        return holding(value.isEmpty() ? Set.of() : Set.of(value));
    }

    /** The same, where those are ticked at first. */
    public FormField holding(Set<String> others) {
        return new FormField(name, label, inputType, others, options, hint, fault, autocomplete, required);
    }

    /** The same, with these to choose from. */
    public FormField from(List<Option> others) {
        return new FormField(name, label, inputType, values, others, hint, fault, autocomplete, required);
    }

    public FormField hinted(String words) {
        return new FormField(
                name, label, inputType, values, options, Optional.of(words), fault, autocomplete, required);
    }

    public FormField withFault(Optional<String> words) {
        return new FormField(name, label, inputType, values, options, hint, words, autocomplete, required);
    }

    public FormField completedWith(String what) {
        return new FormField(name, label, inputType, values, options, hint, fault, what, required);
    }

    /** The one value, or the empty text. */
    public String value() {
        return values.stream().findFirst().orElse("");
    }

    /** Identifiers of what describes the field, as {@code aria-describedby} has them; empty where nothing does. */
    public String describedBy() {
        return (hint.isPresent() ? name + "-hint " : "") + (fault.isPresent() ? name + "-fault" : "");
    }

    /**
     * What can be chosen.
     *
     * @param text that explains it; may be empty
     */
    public record Option(String value, String label, String text) {
        public Option(String value, String label) {
            this(value, label, "");
        }
    }

    /** The kinds of fields. */
    public enum InputType {
        TEXT("text"),
        EMAIL("email"),
        PASSWORD("password"),
        SEARCH("search"),
        DATE("date"),
        /** The digits of an app. */
        CODE("text"),
        MULTILINE(""),
        /** Yes or no; yes is sent as {@code true}, no is not sent. */
        CHECKBOX("checkbox"),
        /** Any of several; the member of the form is a list. */
        CHECKBOXES("checkbox"),
        /** One of several. */
        SELECT("");

        private final String type;

        InputType(String type) {
            this.type = type;
        }

        /** Value of the attribute {@code type}, where it is an {@code input}. */
        public String type() {
            return type;
        }

        public boolean isMultiline() {
            return this == MULTILINE;
        }

        public boolean isCheckbox() {
            return this == CHECKBOX;
        }

        public boolean isCheckboxes() {
            return this == CHECKBOXES;
        }

        public boolean isSelect() {
            return this == SELECT;
        }

        public boolean isCode() {
            return this == CODE;
        }
    }
}
