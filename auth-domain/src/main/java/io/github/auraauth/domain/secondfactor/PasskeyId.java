package io.github.auraauth.domain.secondfactor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifier of a passkey, as its authenticator chose it; no secret.
 *
 * @param value 1 to 1023 bytes in base64url without padding (Web Authentication Level 3, section 5.1)
 */
public record PasskeyId(String value) implements Comparable<PasskeyId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{2,1364}");

    public PasskeyId {
        if (!FORM.matcher(requireNonNull(value, "value")).matches()) {
            throw new IllegalArgumentException("value must be base64url of 1 to 1023 bytes");
        }
    }

    /** The identifier that a text is, or empty when it is none. */
    public static Optional<PasskeyId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PasskeyId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(PasskeyId other) {
        return value.compareTo(other.value);
    }
}
