package io.github.auraauth.adapter.pages.admin.view;

import io.github.auraauth.adapter.pages.site.FormField;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values in the fields of a form, and their errors. Unchangeable. */
public record Entries(Map<String, Set<String>> values, Map<String, String> faults) {
    /** An empty form. */
    public static final Entries NONE = new Entries(Map.of(), Map.of());

    public Entries {
        values = Map.copyOf(values);
        faults = Map.copyOf(faults);
    }

    /** The same with a value; the empty text is none. */
    public Entries with(String name, String value) {
        return with(name, value.isEmpty() ? Set.of() : Set.of(value));
    }

    /** The same with a box that is ticked or not. */
    public Entries with(String name, boolean ticked) {
        return with(name, ticked ? Set.of("true") : Set.of());
    }

    /** The same with several values. */
    public Entries with(String name, Set<String> several) {
        Map<String, Set<String>> more = new HashMap<>(values);
        more.put(name, Set.copyOf(several));
        return new Entries(more, faults);
    }

    /** The same with what is wrong with a field, unless something was before. */
    public Entries faulty(String name, String words) {
        Map<String, String> more = new HashMap<>(faults);
        more.putIfAbsent(name, words);
        return new Entries(values, more);
    }

    /** The same, where a field is wrong unless something holds. */
    public Entries requiring(boolean holds, String name, String words) {
        return holds ? this : faulty(name, words);
    }

    public boolean areGood() {
        return faults.isEmpty();
    }

    /** The field as it stands in the form. */
    public FormField in(FormField field) {
        return field.holding(values.getOrDefault(field.name(), Set.of()))
                .withFault(Optional.ofNullable(faults.get(field.name())));
    }
}
