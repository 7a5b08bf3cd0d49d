package io.github.auraauth.app.config.variable;

import java.util.Optional;

/**
 * A value as a shell, an env-file or an editor left it.
 *
 * @param given as it came
 * @param taken without white space around it, and then without one pair of quotes around it
 */
public record ArrivedValue(String given, String taken) {

    public static ArrivedValue of(String given) {
        String stripped = given.strip();
        return new ArrivedValue(given, isQuoted(stripped) ? stripped.substring(1, stripped.length() - 1) : stripped);
    }

    boolean isEmpty() {
        return taken.isBlank();
    }

    /** What is taken of it; empty where that is nothing. */
    public Optional<String> filled() {
        return Optional.of(taken).filter(text -> !text.isBlank());
    }

    /** As it came, where something around it was taken off. */
    Optional<String> original() {
        return given.equals(taken) ? Optional.empty() : Optional.of(given);
    }

    /** What was taken off, for people; empty where nothing was. */
    Optional<String> notice(String name) {
        String stripped = given.strip();
        boolean space = !stripped.equals(given);
        boolean quotes = !stripped.equals(taken);
        if (!space && !quotes) {
            return Optional.empty();
        }
        String what = (space ? "white space" : "") + (space && quotes ? " and " : "") + (quotes ? "quotes" : "");
        return Optional.of(name + ": the " + what + " around the value is taken off");
    }

    private static boolean isQuoted(String text) {
        char first = text.isEmpty() ? 0 : text.charAt(0);
        return text.length() > 1 && (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
    }

    @Override
    public String toString() {
        return "ArrivedValue[redacted]";
    }
}
