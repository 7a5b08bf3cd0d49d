package io.github.auraauth.domain.permission;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Name of a group, as people chose it.
 *
 * @param value 1 to 150 code points in NFC, none of them a control character or a slash, without white space around it
 */
public record GroupName(String value) implements Comparable<GroupName> {
    /** Most code points, as in Django. */
    public static final int LONGEST = 150;

    public GroupName {
        if (!isName(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException("value must be 1 to " + LONGEST + " characters that can be seen");
        }
    }

    /** The name that a text is, brought to NFC; empty when it is none. */
    public static Optional<GroupName> parse(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return isName(composed) ? Optional.of(new GroupName(composed)) : Optional.empty();
    }

    @Override
    public int compareTo(GroupName other) {
        return value.compareTo(other.value);
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.strip().length() == text.length()
                && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && text.codePoints().allMatch(GroupName::isVisible);
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> point != '/';
        };
    }
}
