package io.github.auraauth.domain.password;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password as it is kept, in Django's own form, {@code pbkdf2_sha256$<rounds>$<salt>$<hash in base 64>}, so that hashes
 * brought along verify as they are. Prints nothing of it.
 *
 * @param secret the whole text
 */
public record PasswordHash(Secret secret) {
    /** Beyond this, verifying one would hold a core for half a minute. */
    private static final int MOST_ROUNDS = 100_000_000;

    private static final Pattern FORM =
            Pattern.compile("pbkdf2_sha256\\$([1-9][0-9]{0,8})\\$([^$]{1,128})\\$([A-Za-z0-9+/]{43}=)");

    public PasswordHash {
        if (!isHash(requireNonNull(secret, "secret").revealText())) {
            throw new IllegalArgumentException("secret must be a hash in Django's form");
        }
    }

    /** The hash that a text is, or empty when it has another form or algorithm. */
    public static Optional<PasswordHash> parse(String text) {
        return isHash(text) ? Optional.of(new PasswordHash(Secret.ofText(text))) : Optional.empty();
    }

    /** The rounds of PBKDF2 that it cost. */
    public int rounds() {
        String text = reveal();
        int begin = text.indexOf('$') + 1;
        return Integer.parseInt(text.substring(begin, text.indexOf('$', begin)));
    }

    /** The whole text, for stores and hashers; the caller answers for where it goes. */
    public String reveal() {
        return secret.revealText();
    }

    private static boolean isHash(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) <= MOST_ROUNDS;
    }
}
