package io.github.auraauth.domain.accountimport;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account as the dump has it, nothing of it checked.
 *
 * @param model such as {@code auth.user}
 * @param key its primary key as text; empty where the dump has none
 * @param password its hash in Django's form, or what stands for none
 * @param groups by name
 * @param permissions of its own, by code name
 */
public record DumpedAccount(
        String model,
        String key,
        String username,
        Secret password,
        Person person,
        Flags flags,
        Times times,
        Set<String> groups,
        Set<String> permissions) {
    private static final int LONGEST_SHOWN = 150;

    public DumpedAccount {
        requireNonNull(model, "model");
        requireNonNull(key, "key");
        requireNonNull(username, "username");
        requireNonNull(password, "password");
        requireNonNull(person, "person");
        requireNonNull(flags, "flags");
        requireNonNull(times, "times");
        groups = Set.copyOf(groups);
        permissions = Set.copyOf(permissions);
    }

    /** What an operator finds it by: model, primary key and user name, without control characters. */
    public String label() {
        return model + " " + key + " \"" + shown(username) + '"';
    }

    /** A text of the dump as it can be shown on a terminal. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "DumpedAccount[redacted]";
    }

    /** What it says of the person; each may be empty. */
    public record Person(String email, String firstName, String lastName) {
        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Person[redacted]";
        }
    }

    /** What it may do, beside permissions. */
    public record Flags(boolean active, boolean staff, boolean superuser) {}

    /** When it came about and was used last, where that is known. */
    public record Times(Optional<Instant> dateJoined, Optional<Instant> lastLogin) {}
}
