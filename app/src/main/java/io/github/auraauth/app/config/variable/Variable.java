package io.github.auraauth.app.config.variable;

import java.util.Optional;

/**
 * One environment variable, as the catalogue describes it.
 *
 * @param type {@code string}, {@code number} or {@code boolean}
 * @param defaultValue of the published table
 * @param whenUnset what is taken where the table has no default, or another one for development
 * @param hasFile whether a file may hold the value, as it may of every secret
 * @param origin {@code seed}, or {@code own} to this program
 * @param effect why it is without effect, or not used yet; empty when it acts
 */
public record Variable(
        String name,
        String type,
        Optional<String> defaultValue,
        Optional<String> whenUnset,
        boolean secret,
        boolean hasFile,
        String origin,
        ValueFormat form,
        Optional<String> effect,
        String description) {
    private static final String DEVELOPMENT_ONLY = "DEV ";
    private static final String GENERATED = "(generated)";

    /** What counts when the variable is not set in an environment of that kind. */
    public Optional<String> valueWhenUnset(ServiceEnvironment environment) {
        return ownDefault(environment).or(() -> defaultValue).filter(value -> !value.equals(GENERATED));
    }

    /** Whether this program makes a value itself when the variable is not set in an environment of that kind. */
    public boolean isGeneratedIn(ServiceEnvironment environment) {
        return ownDefault(environment).filter(GENERATED::equals).isPresent();
    }

    private Optional<String> ownDefault(ServiceEnvironment environment) {
        return whenUnset
                .filter(value -> environment.isDevelopment() || !value.startsWith(DEVELOPMENT_ONLY))
                .map(value -> value.startsWith(DEVELOPMENT_ONLY) ? value.substring(DEVELOPMENT_ONLY.length()) : value);
    }

    /** The variable that names a file with the value, where one may hold it. */
    public String fileName() {
        return name + "_FILE";
    }
}
