package io.github.auraauth.app.config.variable;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The form that a variable's value may have.
 *
 * @param allowed in words for people
 * @param normal the value in its normal form; empty when it is not allowed
 */
public record ValueFormat(String allowed, Function<String, Optional<String>> normal) {

    /** A form that leaves an allowed value as it is, save white space around it. */
    public static ValueFormat accepting(String allowed, Predicate<String> accepts) {
        return new ValueFormat(allowed, given -> Optional.of(given.strip()).filter(accepts));
    }

    /** A list by comma of entries of this form; empty entries are dropped. */
    public ValueFormat asList() {
        return new ValueFormat(allowed + ", several by comma", this::normalList);
    }

    private Optional<String> normalList(String given) {
        StringBuilder entries = new StringBuilder();
        for (String entry : given.split(",", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            Optional<String> one = normal.apply(entry);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            entries.append(entries.isEmpty() ? "" : ",").append(one.get());
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.toString());
    }
}
