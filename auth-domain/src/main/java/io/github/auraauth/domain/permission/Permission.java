package io.github.auraauth.domain.permission;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A permission, ours or another service's, by its code name: {@code <action>_<entity>}.
 *
 * @param codeName 3 to 100 of {@code a-z 0-9 _}: letters, an underscore, and the entity
 */
public record Permission(String codeName) implements Comparable<Permission> {
    /** Most characters that a code name may have, as in Django. */
    public static final int LONGEST = 100;

    private static final Pattern FORM = Pattern.compile("[a-z]+_[a-z0-9_]*[a-z0-9]");

    public Permission {
        requireNonNull(codeName, "codeName");
        if (!isCodeName(codeName)) {
            throw new IllegalArgumentException("codeName must be <action>_<entity> in lower case");
        }
    }

    /** The permission of a code name, or empty when the text is none. */
    public static Optional<Permission> parse(String text) {
        return isCodeName(text) ? Optional.of(new Permission(text)) : Optional.empty();
    }

    @Override
    public int compareTo(Permission other) {
        return codeName.compareTo(other.codeName);
    }

    @Override
    public String toString() {
        return codeName;
    }

    private static boolean isCodeName(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
