package io.github.auraauth.domain.activity;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an entry of the audit trail stands: the instance whose chain it is of, and its number there, from 1 on.
 *
 * @param instance 1 to 64 letters, digits, {@code .}, {@code _}, {@code $} and {@code -}
 * @param number up to twelve digits, which the text fills up with zeros, so that texts are in the order of numbers
 */
public record EntryId(String instance, long number) {
    private static final int DIGITS = 12;
    private static final Pattern FORM = Pattern.compile("([\\w.$-]{1,64}):(\\d{" + DIGITS + "})");

    public EntryId {
        requireNonNull(instance, "instance");
    }

    /** As the trail shows it: {@code <instance>:<number>}. */
    public String text() {
        String digits = Long.toString(number);
        return instance + ':' + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** The place that a text names, or empty when it names none. */
    public static Optional<EntryId> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new EntryId(form.group(1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }
}
