package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The name by which somebody logs in, in the one form that all its spellings have: NFKC, without upper and lower case.
 *
 * @param value 1 to 150 letters of one script, digits and {@code . _ @ + -}
 */
public record Username(String value) implements Comparable<Username> {
    /** Most code points, as in Django. */
    public static final int LONGEST = 150;

    private static final String SIGNS = "._@+-";

    public Username {
        requireNonNull(value, "value");
        if (!isFolded(value)) {
            throw new IllegalArgumentException("value must be a folded user name");
        }
    }

    /** The name that a text is in whatever spelling; empty when it is none. */
    public static Optional<Username> parse(String text) {
        if (text.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String folded = fold(text);
        return isFolded(folded) ? Optional.of(new Username(folded)) : Optional.empty();
    }

    @Override
    public int compareTo(Username other) {
        return value.compareTo(other.value);
    }

    /** Says nothing of the value: it may be somebody's name or e-mail address. */
    @Override
    public String toString() {
        return "Username[redacted]";
    }

    /** Upper case first, so that letters with one upper case and two lower ones, such as the two sigmas, meet. */
    private static String fold(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return Normalizer.normalize(compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static boolean isFolded(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints().allMatch(Username::isAllowed)
                && scripts(text).size() <= 1
                && fold(text).equals(text);
    }

    private static boolean isAllowed(int point) {
        return Character.isLetterOrDigit(point) || SIGNS.indexOf(point) >= 0;
    }

    private static Set<Character.UnicodeScript> scripts(String text) {
        Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character.UnicodeScript::of)
                .filter(script -> script != Character.UnicodeScript.COMMON)
                .forEach(scripts::add);
        return scripts;
    }
}
