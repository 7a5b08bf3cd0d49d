package io.github.auraauth.domain.password;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which new passwords are taken (NIST SP 800-63B-4): by length and by how soon they would be guessed, not by what they consist of. */
public final class PasswordPolicy {
    /** Fewest characters of one that stands alone. */
    public static final int SHORTEST = 15;

    /** Fewest characters of one beside a second factor. */
    public static final int SHORTEST_BESIDE_FACTOR = 12;

    /** Most characters. */
    public static final int LONGEST = 256;

    /** Lowest score of zxcvbn, from 0 to 4. */
    public static final int LOWEST_SCORE = 3;

    /** How many characters are scored: the time that scoring takes grows with the square of them. */
    public static final int SCORED = 100;

    /** Below this a part of a name says nothing. */
    private static final int SHORTEST_PART = 4;

    private PasswordPolicy() {}

    /**
     * What is wrong with a new password, before it is scored; empty when it may be scored.
     *
     * @param names the user name and the e-mail address
     */
    public static Optional<PasswordFault> fault(String password, List<String> names, boolean secondFactor) {
        int length = password.codePointCount(0, password.length());
        if (length < (secondFactor ? SHORTEST_BESIDE_FACTOR : SHORTEST)) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        String folded = fold(password);
        boolean alike = names.stream()
                .map(PasswordPolicy::fold)
                .filter(name -> name.length() >= SHORTEST_PART)
                .anyMatch(name -> isMostlyOf(folded, name) || name.contains(folded));
        return alike ? Optional.of(PasswordFault.LIKE_NAME) : Optional.empty();
    }

    /** The part of a password that is scored. */
    public static String scored(String password) {
        int points = password.codePointCount(0, password.length());
        return points <= SCORED ? password : password.substring(0, password.offsetByCodePoints(0, SCORED));
    }

    /** Whether what is left without the name is less than a password of its own. */
    private static boolean isMostlyOf(String password, String name) {
        return password.contains(name) && password.replace(name, "").length() < SHORTEST_BESIDE_FACTOR;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
