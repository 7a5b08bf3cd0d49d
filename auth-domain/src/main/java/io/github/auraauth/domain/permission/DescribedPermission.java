package io.github.auraauth.domain.permission;

import static java.util.Objects.requireNonNull;

/**
 * A permission that is known here, with what it allows in words.
 *
 * @param text 1 to 255 characters
 */
public record DescribedPermission(Permission permission, String text) {
    private static final int LONGEST = 255;

    public DescribedPermission {
        requireNonNull(permission, "permission");
        if (!isText(requireNonNull(text, "text"))) {
            throw new IllegalArgumentException("text must be 1 to " + LONGEST + " characters");
        }
    }

    /** Whether the text can describe a permission. */
    public static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    /** One that nobody has described, in Django's words for it: {@code Can change mediasource}. */
    public static DescribedPermission undescribed(Permission permission) {
        return new DescribedPermission(
                permission, "Can " + permission.codeName().replace('_', ' '));
    }
}
