package io.github.auraauth.app.config.variable;

import java.util.Optional;

/**
 * A variable with what was found for it.
 *
 * @param value in normal form if it is allowed, as it was given if not; empty when there is none
 * @param allowed whether the value has the variable's form
 * @param original as it came, where something around it was taken off
 */
public record Setting(
        Variable variable, Optional<String> value, ValueSource source, boolean allowed, Optional<String> original) {

    /** One whose value stands as it came. */
    public static Setting of(Variable variable, Optional<String> value, ValueSource source, boolean allowed) {
        return new Setting(variable, value, source, allowed, Optional.empty());
    }

    /** The value for people and programs that look at the configuration. */
    public Optional<String> shown() {
        if (variable.secret()) {
            return source == ValueSource.GENERATED || value.isPresent() ? Optional.of("[redacted]") : Optional.empty();
        }
        return value.map(given -> allowed ? given : Problem.masked(given));
    }

    public boolean isGiven() {
        return source == ValueSource.ENV || source == ValueSource.FILE;
    }

    @Override
    public String toString() {
        return "Setting[" + variable.name() + ", " + source.text() + "]";
    }
}
