package io.github.auraauth.domain.password;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password as it is kept, in Django's own form, {@code pbkdf2_sha256$<rounds>$<salt>$<hash in base 64>}, so that hashes
 * brought along verify as they are. Prints nothing of it.
 */
public final class PasswordHash {
    /** Beyond this, verifying one would hold a core for half a minute. */
    private static final int MOST_ROUNDS = 100_000_000;

    private static final Pattern FORM =
            Pattern.compile("pbkdf2_sha256\\$([1-9][0-9]{0,8})\\$([^$]{1,128})\\$([A-Za-z0-9+/]{43}=)");

    private final String text;
    private final int rounds;

    private PasswordHash(String text, int rounds) {
        this.text = text;
        this.rounds = rounds;
    }

    /** The hash that a text is, or empty when it has another form or algorithm. */
    public static Optional<PasswordHash> parse(String text) {
        Matcher matcher = FORM.matcher(requireNonNull(text, "text"));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int rounds = Integer.parseInt(matcher.group(1));
        return rounds > MOST_ROUNDS ? Optional.empty() : Optional.of(new PasswordHash(text, rounds));
    }

    /** The rounds of PBKDF2 that it cost. */
    public int rounds() {
        return rounds;
    }

    /** The whole text, for stores and hashers; the caller answers for where it goes. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash hash && text.equals(hash.text);
    }

    /** Of the rounds alone, which are no secret. */
    @Override
    public int hashCode() {
        return rounds;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
