package io.github.auraauth.domain.user;

import java.util.Optional;
import java.util.UUID;

/** The forms that given texts may have. */
final class TextRules {
    private TextRules() {}

    /** Whether the text has 1 to {@code longest} code points, no control character and no half surrogate pair. */
    static boolean isPlain(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= 2 * longest
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().allMatch(TextRules::isPlain);
    }

    static void requirePlain(String text, int longest, String parameter) {
        if (!isPlain(text, longest)) {
            throw new IllegalArgumentException(
                    parameter + " must be 1 to " + longest + " characters, none of them a control character");
        }
    }

    /** The UUID of a text in its full form, in any case; {@code UUID.fromString} takes shortened ones too. */
    static Optional<UUID> uuid(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return Optional.of(uuid).filter(read -> read.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
